/// A hash that BBB accepts for checksums; the length of the hex text tells which one was used.
///
/// - Source: facts §1.2.
public enum ChecksumAlgorithm: String, CaseIterable, Sendable, Codable {
  case sha1
  case sha256
  case sha384
  case sha512

  /// The number of hexadecimal digits: 40, 64, 96 or 128.
  public var hexLength: Int {
    switch self {
    case .sha1: 40
    case .sha256: 64
    case .sha384: 96
    case .sha512: 128
    }
  }

  /// The algorithm whose checksums have this many digits; nil when there is none.
  public init?(hexLength: Int) {
    guard let match = Self.allCases.first(where: { $0.hexLength == hexLength }) else { return nil }
    self = match
  }
}
