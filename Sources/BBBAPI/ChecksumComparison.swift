/// How a server compares the hex text of a checksum with its own.
public enum ChecksumComparison: String, Sendable, Codable, CaseIterable {
  /// `AB` equals `ab`; 2.5 and later.
  case ignoringCase
  /// Letters must be lower case; the first 2.4 releases.
  case exact
}

extension ChecksumComparison {
  /// Whether both texts are the same, in a time that does not tell where they differ.
  ///
  /// - Parameters:
  ///   - received: the text of the request.
  ///   - expected: the lower-case digest that the server computed.
  /// - Returns: true when they match by this comparison.
  public func matches(_ received: String, _ expected: String) -> Bool {
    guard received.utf8.count == expected.utf8.count else { return false }
    var difference: UInt8 = 0
    for (mine, yours) in zip(expected.utf8, received.utf8) { difference |= mine ^ folded(yours) }
    return difference == 0
  }

  private func folded(_ byte: UInt8) -> UInt8 {
    let isUpperHex = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "F")
    return self == .ignoringCase && isUpperHex ? byte | 0x20 : byte
  }
}
