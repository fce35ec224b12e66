/// A place in a line, from which names, numbers and quoted texts are taken.
struct LineCursor {
  private(set) var rest: ArraySlice<UInt8>
  /// Whether a quoted text had a backslash before a character that needs none.
  private(set) var hasUnknownEscape = false

  init(_ line: ArraySlice<UInt8>) {
    rest = line
  }

  var position: Int { rest.startIndex }
  var isAtEnd: Bool { rest.isEmpty }
  var next: UInt8? { rest.first }

  func fault(_ reason: String, at position: Int? = nil) -> LineFault {
    LineFault(position: position ?? self.position, reason: reason)
  }

  /// Takes spaces and tabs, if there are any, and tells whether there were.
  @discardableResult mutating func skipBlanks() -> Bool {
    let start = position
    rest = rest.drop(while: \.isBlank)
    return position > start
  }

  /// Takes one byte if it is the expected one.
  mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    rest.removeFirst()
    return true
  }

  mutating func expect(_ byte: UInt8, _ reason: String) throws(LineFault) {
    guard take(byte) else { throw fault(reason) }
  }

  /// Takes a word if the line goes on with it.
  mutating func take(word: String) -> Bool {
    guard rest.starts(with: word.utf8) else { return false }
    rest = rest.dropFirst(word.utf8.count)
    return true
  }

  mutating func takeMetricName() throws(LineFault) -> String {
    if next == .quote || next == .openingBrace {
      throw fault("expected a metric name outside of braces and quotes (later formats allow it there)")
    }
    guard let name = takeName(startingWith: { $0.startsLabelName || $0 == .colon }) else {
      throw fault("expected a metric name")
    }
    return name
  }

  mutating func takeLabelName() throws(LineFault) -> String {
    guard let name = takeName(startingWith: \.startsLabelName) else { throw fault("expected a label name") }
    return name
  }

  private mutating func takeName(startingWith isLetter: (UInt8) -> Bool) -> String? {
    guard let first = next, isLetter(first) else { return nil }
    return String(decoding: takePrefix { isLetter($0) || $0.isDigit }, as: UTF8.self)
  }

  /// Takes what lies before the next space or tab.
  mutating func takeWord() -> ArraySlice<UInt8> {
    takePrefix { !$0.isBlank }
  }

  private mutating func takePrefix(while isTaken: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    let taken = rest.prefix(while: isTaken)
    rest = rest[taken.endIndex...]
    return taken
  }

  /// Takes the rest of the line.
  mutating func takeRest(unescapingQuotes quotes: Bool) throws(LineFault) -> String {
    let start = position
    let text = rest
    rest = rest[rest.endIndex...]
    return try unescape(text, quotes: quotes, start: start)
  }

  /// Takes a text in double quotes, the opening quote included.
  mutating func takeQuoted() throws(LineFault) -> String {
    let start = position
    try expect(.quote, "expected a double quote")
    var index = rest.startIndex
    while index < rest.endIndex, rest[index] != .quote {
      index += rest[index] == .backslash ? 2 : 1
    }
    guard index < rest.endIndex else { throw fault("a label value without closing quote", at: start) }
    let text = rest[..<index]
    rest = rest[(index + 1)...]
    return try unescape(text, quotes: true, start: start)
  }

  /// A backslash before another character than `\`, `n` and perhaps `"` stays, as Prometheus reads it.
  private mutating func unescape(
    _ text: ArraySlice<UInt8>, quotes: Bool, start: Int
  ) throws(LineFault) -> String {
    let bytes = text.contains(.backslash) ? unescaped(text, quotes: quotes)[...] : text
    guard let string = String(validating: bytes, as: UTF8.self) else {
      throw LineFault(position: start, kind: .invalidUTF8, reason: "a text that is not valid UTF-8")
    }
    return string
  }

  private mutating func unescaped(_ text: ArraySlice<UInt8>, quotes: Bool) -> [UInt8] {
    var bytes: [UInt8] = []
    var isEscaped = false
    for byte in text {
      switch (isEscaped, byte) {
      case (false, .backslash): isEscaped = true
      case (false, _): bytes.append(byte)
      case (true, _):
        bytes.append(contentsOf: meaning(ofEscaped: byte, quotes: quotes))
        isEscaped = false
      }
    }
    if isEscaped { bytes.append(.backslash) }
    return bytes
  }

  private mutating func meaning(ofEscaped byte: UInt8, quotes: Bool) -> [UInt8] {
    switch byte {
    case .backslash: return [.backslash]
    case .letterN: return [.lineFeed]
    case .quote where quotes: return [.quote]
    // In a HELP a quotation mark needs none, and Prometheus's own parser is content with one.
    case .quote: return [.backslash, .quote]
    default:
      hasUnknownEscape = true
      return [.backslash, byte]
    }
  }
}
