/// What the renderers must know about the next bytes of a text.
struct XMLCharacter {
  enum Kind {
    /// Written, escaped where needed; a byte of a longer character counts by itself.
    case ordinary
    /// White space to Java, other than a line break.
    case blank
    /// A line feed or a carriage return.
    case lineBreak
    /// Not allowed in XML 1.0, not even escaped.
    case forbidden
  }

  let kind: Kind
  /// The number of bytes that were looked at and are done with.
  let length: Int

  init(in source: Span<UInt8>, at index: Int) {
    let byte = source[index]
    switch byte {
    case 0x0A, 0x0D: self.init(.lineBreak)
    case 0x09, 0x0B, 0x0C, 0x1C...0x20: self.init(.blank)
    case 0..<0x20: self.init(.forbidden)
    case 0xE1...0xE3, 0xEF: self.init(threeBytesIn: source, at: index)
    default: self.init(.ordinary)
    }
  }

  private init(_ kind: Kind, length: Int = 1) {
    self.kind = kind
    self.length = length
  }

  private init(threeBytesIn source: Span<UInt8>, at index: Int) {
    let isWhole = index + 2 < source.count
    switch (source[index], isWhole ? source[index + 1] : 0, isWhole ? source[index + 2] : 0) {
    case (0xE1, 0x9A, 0x80),  // U+1680
      (0xE2, 0x80, 0x80...0x86), (0xE2, 0x80, 0x88...0x8A),  // U+2000–U+200A without the no-break U+2007
      (0xE2, 0x80, 0xA8...0xA9),  // U+2028, U+2029: blanks here, since `#compress` looks for CR and LF only
      (0xE2, 0x81, 0x9F),  // U+205F
      (0xE3, 0x80, 0x80):  // U+3000
      self.init(.blank, length: 3)
    case (0xEF, 0xBF, 0xBE...0xBF):  // U+FFFE, U+FFFF
      self.init(.forbidden, length: 3)
    default: self.init(.ordinary)
    }
  }
}

/// Whether a text can name an element: ASCII only, and without the colon of a namespace.
///
/// XML allows more letters, but BBB's metadata keys are ASCII (facts §4.10), and so is custom data that clients send.
enum XMLNameRule {
  static func accepts(_ name: String) -> Bool {
    guard let first = name.utf8.first, startsName(first) else { return false }
    return name.utf8.allSatisfy(continuesName)
  }

  private static func startsName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"): true
    default: false
    }
  }

  private static func continuesName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."): true
    default: startsName(byte)
    }
  }
}
