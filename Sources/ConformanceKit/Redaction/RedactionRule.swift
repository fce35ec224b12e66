/// What must not be read although nobody knows it beforehand: where it begins and how far it reaches.
enum RedactionRule: Sendable {
  /// The hexadecimal digits after a key, which is given in lower case.
  case checksum([UInt8])
  /// What follows a key, given in lower case, up to something that ends a parameter.
  case parameter([UInt8])
  /// What stands between an opening text and the closing one, both given in lower case; without a closing one,
  /// everything to the end of the text.
  case enclosed(open: [UInt8], close: [UInt8])

  /// The rules that hide the values of elements and parameters of that name.
  static func masking(name: String) -> [RedactionRule] {
    let name = name.lowercased()
    return [
      .enclosed(open: Array("<\(name)>".utf8), close: Array("</\(name)".utf8)),
      .enclosed(open: Array("&lt;\(name)&gt;".utf8), close: Array("&lt;/\(name)".utf8)),
      .parameter(Array("\(name)=".utf8)),
    ]
  }

  /// The bytes with which something of this kind may begin.
  var firstBytes: [UInt8] {
    let text =
      switch self {
      case .checksum(let key), .parameter(let key), .enclosed(let key, _): key
      }
    return text.prefix(1).flatMap { (0x61...0x7A).contains($0) ? [$0, $0 & ~0x20] : [$0] }
  }

  /// The range to hide if something of this kind begins at `start`; what stands between `start` and it is kept.
  func hidden(in bytes: [UInt8], at start: Int) -> Range<Int>? {
    switch self {
    case .checksum(let key):
      return value(after: key, in: bytes, at: start) { Unicode.Scalar($0).properties.isASCIIHexDigit }
    case .parameter(let key):
      return value(after: key, in: bytes, at: start) { $0 > 0x20 && !"&<>\"'`)".utf8.contains($0) }
    case .enclosed(let open, let close):
      guard bytes.hasPrefix(open, at: start) else { return nil }
      let from = start + open.count
      let to = (from..<bytes.count).first { bytes.hasPrefix(close, at: $0) } ?? bytes.count
      return from == to ? nil : from..<to
    }
  }

  private func value(
    after key: [UInt8], in bytes: [UInt8], at start: Int, of isPart: (UInt8) -> Bool
  ) -> Range<Int>? {
    guard bytes.hasPrefix(key, at: start) else { return nil }
    let from = start + key.count
    let to = bytes[from...].firstIndex { !isPart($0) } ?? bytes.count
    return from == to ? nil : from..<to
  }
}

extension [UInt8] {
  /// Whether `lowercase` stands at `start`, whatever the case of its ASCII letters there.
  fileprivate func hasPrefix(_ lowercase: [UInt8], at start: Int) -> Bool {
    guard start + lowercase.count <= count else { return false }
    for (offset, expected) in lowercase.enumerated() {
      let byte = self[start + offset]
      let lowered = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      if lowered != expected { return false }
    }
    return true
  }
}
