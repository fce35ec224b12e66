/// What a caller sent as a checksum, read in every way that makes a digest of it.
struct ReceivedDigest: Sendable {
  /// The bytes, or their beginning.
  let bytes: [UInt8]
  /// The hashes that it may come from.
  let algorithms: [DigestAlgorithm]
  /// What the form of the text alone gives away.
  let mistake: ChecksumMistake?

  /// Fewer digits than this prove nothing about what was hashed.
  private static let fewestBytes = 8

  /// Reads a checksum; nil when no hash gives such a text.
  init?(_ text: String) {
    let isHex = text.utf8.allSatisfy { PercentCoding.hexValue($0) != nil }
    let read = isHex ? Self.hex(text) : Self.base64(text)
    guard let read, read.count >= Self.fewestBytes, read.count <= DigestAlgorithm.sha512.byteCount else {
      return nil
    }
    bytes = read
    let whole = DigestAlgorithm.allCases.filter { $0.byteCount == read.count }
    algorithms = whole.isEmpty ? DigestAlgorithm.allCases.filter { $0.byteCount > read.count } : whole
    mistake = isHex ? (whole.isEmpty ? .truncated : nil) : .base64
  }

  func isBeginning(of digest: [UInt8]) -> Bool { digest.starts(with: bytes) }

  private static func hex(_ text: String) -> [UInt8]? {
    let digits = text.utf8.compactMap(PercentCoding.hexValue)
    return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }

  /// Base64 in either alphabet, padded or not; `+` has come out of a query as a blank.
  private static func base64(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    var (buffer, bits) = (UInt32(0), 0)
    for character in text.utf8 where character != UInt8(ascii: "=") {
      guard let value = base64Value(character) else { return nil }
      buffer = (buffer << 6 | UInt32(value)) & 0xFFFF
      bits += 6
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(truncatingIfNeeded: buffer >> UInt32(bits)))
      }
    }
    return bytes
  }

  private static func base64Value(_ character: UInt8) -> UInt8? {
    switch character {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): character - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): character - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0") + 52
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: " "): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }
}
