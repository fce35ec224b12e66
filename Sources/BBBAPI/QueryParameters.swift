/// The parameters of a request, decoded and sanitised as BBB does since 2.4.
///
/// Names and values lose their control characters (ASCII 0–31 and 127) and then the blanks around them. Of a
/// repeated parameter the first value counts.
/// - Source: facts §0.
public struct QueryParameters: Sendable, Equatable {
  /// Every parameter in the order of the request, repetitions included.
  public private(set) var pairs: [Metadatum]
  private var alteredNames: [String]

  /// Decodes a percent-encoded query or form body.
  ///
  /// Never fails: a `%` without two hex digits stays as it is, bytes that are no UTF-8 become U+FFFD, a parameter
  /// without `=` has an empty value, and one without a name is dropped as Tomcat does.
  public init(decoding text: String) {
    pairs = []
    alteredNames = []
    for (name, value) in Self.decodedPairs(of: text) { append(name, value) }
  }

  /// Takes parameters that are decoded already, and sanitises them.
  public init(_ pairs: [Metadatum]) {
    self.pairs = []
    alteredNames = []
    for pair in pairs { append(pair.key, pair.value) }
  }

  /// The first value of a parameter; nil when it is absent. Names are case-sensitive.
  public subscript(name: String) -> String? {
    pairs.first { $0.key == name }?.value
  }

  /// Every value of a parameter, in the order of the request.
  public func values(of name: String) -> [String] {
    pairs.filter { $0.key == name }.map(\.value)
  }

  /// Whether sanitising changed the first value of a parameter; `create` refuses such a meeting ID.
  public func isAltered(_ name: String) -> Bool { alteredNames.contains(name) }

  /// The parameters of a query followed by those of a form body, so that the query wins.
  public func appending(_ form: QueryParameters) -> QueryParameters {
    var merged = self
    merged.alteredNames += form.alteredNames.filter { self[$0] == nil }
    merged.pairs += form.pairs
    return merged
  }

  private mutating func append(_ rawName: String, _ rawValue: String) {
    let name = Self.sanitised(rawName)
    guard !name.isEmpty else { return }
    let value = Self.sanitised(rawValue)
    if value != rawValue && self[name] == nil { alteredNames.append(name) }
    pairs.append(Metadatum(name, value))
  }
}

extension QueryParameters {
  /// Names and values after decoding and before sanitising.
  static func decodedPairs(of text: String) -> [(name: String, value: String)] {
    splitUTF8(text[...], at: UInt8(ascii: "&")).map { segment in
      let utf8 = segment.utf8
      guard let equals = utf8.firstIndex(of: UInt8(ascii: "=")) else {
        return (PercentCoding.decodeForm(segment), "")
      }
      return (
        PercentCoding.decodeForm(segment[..<equals]),
        PercentCoding.decodeForm(segment[utf8.index(after: equals)...])
      )
    }
  }

  /// Splits by bytes: a combining mark behind a separator must not hide it as it would from `Character`s.
  static func splitUTF8(_ text: Substring, at separator: UInt8) -> [Substring] {
    text.utf8.split(separator: separator).map { text[$0.startIndex..<$0.endIndex] }
  }

  /// Java's `replaceAll("\\p{Cntrl}", "").trim()`.
  static func sanitised(_ text: String) -> String {
    let isClean =
      !text.utf8.contains { $0 < 0x20 || $0 == 0x7F }
      && text.utf8.first != UInt8(ascii: " ") && text.utf8.last != UInt8(ascii: " ")
    guard !isClean else { return text }
    let kept = text.utf8.filter { $0 >= 0x20 && $0 != 0x7F }
    let start = kept.firstIndex { $0 != UInt8(ascii: " ") } ?? kept.endIndex
    let end = kept.lastIndex { $0 != UInt8(ascii: " ") }.map { $0 + 1 } ?? start
    return String(decoding: kept[start..<end], as: UTF8.self)
  }
}
