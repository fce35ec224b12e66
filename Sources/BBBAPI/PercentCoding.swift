/// Percent-encoding as the two sides of the API do it.
package enum PercentCoding {
  /// Decodes a name or value of a query or form: `+` is a space, `%41` is `A`.
  ///
  /// A `%` without two hex digits behind it stays as it is; bytes that are no UTF-8 become U+FFFD.
  static func decodeForm(_ text: Substring) -> String {
    let source = text.utf8
    guard source.contains(where: { $0 == plus || $0 == percent }) else { return String(text) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(source.count)
    var index = source.startIndex
    while index < source.endIndex {
      let (byte, next) = decodedByte(of: source, at: index)
      bytes.append(byte)
      index = next
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Encodes as RFC 3986 asks of a client: all but letters, digits and `-._~` becomes `%XX`, a space too.
  static func encodeStrict(_ text: String) -> String {
    encode(text[...]) { isAlphanumeric($0) || "-._~".utf8.contains($0) }
  }

  /// Encodes as Java's `URLEncoder` does: a space is `+`, and `.-*_` stay.
  package static func encodeLikeJava(_ text: String) -> String {
    encode(text[...], spaceAsPlus: true) { isAlphanumeric($0) || ".-*_".utf8.contains($0) }
  }

  private static let plus = UInt8(ascii: "+")
  private static let percent = UInt8(ascii: "%")

  private static func decodedByte(
    of source: Substring.UTF8View, at index: Substring.UTF8View.Index
  ) -> (byte: UInt8, next: Substring.UTF8View.Index) {
    let byte = source[index]
    let next = source.index(after: index)
    guard byte == percent else { return (byte == plus ? UInt8(ascii: " ") : byte, next) }
    var digits = source[next...].prefix(2).makeIterator()
    guard let high = digits.next().flatMap(hexValue), let low = digits.next().flatMap(hexValue)
    else { return (byte, next) }
    return (high << 4 | low, source.index(next, offsetBy: 2))
  }

  static func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  /// Encodes every byte but those to keep as `%XX`.
  package static func encode(
    _ text: Substring, spaceAsPlus: Bool = false, keeping isKept: (UInt8) -> Bool
  ) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      if isKept(byte) {
        bytes.append(byte)
      } else if spaceAsPlus && byte == UInt8(ascii: " ") {
        bytes.append(plus)
      } else {
        bytes += [percent, upperHexDigit(byte >> 4), upperHexDigit(byte & 15)]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func upperHexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }

  /// Whether the byte is an ASCII letter or digit.
  package static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"):
      true
    default: false
    }
  }
}
