/// The first bytes of a body behind white space, to tell an HTML page from broken XML.
///
/// HTML's `<!doctype html>` in small letters is no XML, so the parser cannot name it.
struct BodyOpening {
  private static let htmlDoctype = Array("<!doctype html".utf8)

  private var bytes: [UInt8] = []

  /// Takes a piece of the body, as long as more is wanted.
  mutating func take(_ piece: RawSpan) {
    var index = 0
    while bytes.count < Self.htmlDoctype.count, index < piece.byteCount {
      // Checked against the bounds; unsafe only for types that not every bit pattern fits.
      let byte = piece.unsafeLoad(fromByteOffset: index, as: UInt8.self)
      if !bytes.isEmpty || !isXMLSpace(byte) { bytes.append(byte) }
      index += 1
    }
  }

  /// Whether the body announces an HTML page, in any case.
  var isHTML: Bool {
    bytes.elementsEqual(Self.htmlDoctype) { lowercased($0) == $1 }
  }

  private func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
}
