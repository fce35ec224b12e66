/// A query as it came over the wire: percent-encoded, in the caller's order, without `?`.
///
/// The checksum covers this text, so nothing may decode and encode it again.
/// - Source: facts §1.1.
public struct RawQuery: Sendable, Equatable {
  /// The text as received; empty when the request had no query.
  public var text: String

  /// Wraps a query as received.
  public init(_ text: String) { self.text = text }

  /// The parameters, decoded and sanitised.
  public var parameters: QueryParameters { QueryParameters(decoding: text) }

  /// The values of every parameter that is called `checksum` once sanitised, in the order of the request.
  public var checksums: [String] { parameters.values(of: Self.checksumName) }

  /// The text that the checksum covers: all but the first checksum, removed as BBB removes it.
  public var withoutChecksum: String {
    removing(checksum: checksums.first ?? "")
  }

  /// Removes a checksum as BBB does: literally, everywhere, first with its `&` before it, then behind it, then alone.
  ///
  /// The value is the decoded one, so a percent-encoded checksum is not found, and `xchecksum=…` loses its tail.
  func removing(checksum: String) -> String {
    let parameter = "\(Self.checksumName)=\(checksum)"
    var bytes = Array(text.utf8)
    for pattern in ["&\(parameter)", "\(parameter)&", parameter] { bytes.removeAll(of: Array(pattern.utf8)) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a parameter such as ` checksum` becomes a second `checksum` by sanitising; BBB then fails (facts §1.3).
  var hasDisguisedChecksum: Bool {
    QueryParameters.decodedPairs(of: text).contains {
      $0.name != Self.checksumName && QueryParameters.sanitised($0.name) == Self.checksumName
    }
  }

  static let checksumName = "checksum"
}

extension [UInt8] {
  /// Removes every occurrence of a non-empty pattern, from left to right, without looking at what removal joins.
  fileprivate mutating func removeAll(of pattern: [UInt8]) {
    guard let first = pattern.first, contains(first) else { return }
    var kept: [UInt8] = []
    kept.reserveCapacity(count)
    var rest = self[...]
    while let byte = rest.first {
      if byte == first && rest.starts(with: pattern) {
        rest = rest.dropFirst(pattern.count)
      } else {
        kept.append(byte)
        rest = rest.dropFirst()
      }
    }
    self = kept
  }
}
