import BBBAPI

/// Text as FreeMarker writes it: escaped for XML, and every run of blanks collapsed.
///
/// A run becomes one line feed if it holds a line break and one space if not, because the templates stand in a
/// `#compress` block (facts §0). What counts as blank is Java's `Character.isWhitespace`, the wide spaces of Unicode
/// included, no-break spaces not.
///
/// Characters that XML forbids are dropped. BBB would write them, and the document would be malformed; its sanitising
/// of parameters keeps them out (facts §0), but a scenario's names do not pass through that.
extension WireText {
  /// Writes a value.
  mutating func value(_ text: String) {
    let source = text.utf8Span.span
    if Self.needsNoCare(source) {
      raw(text)
    } else {
      collapse(source)
    }
  }

  /// Writes `<name>value</name>` and a line feed.
  mutating func element(_ name: String, _ text: String) {
    open(name)
    value(text)
    close(name)
  }

  /// Writes `<name>number</name>` and a line feed.
  mutating func element(_ name: String, _ count: Int, _ style: NumberStyle = .plain) {
    open(name)
    number(count, style)
    close(name)
  }

  /// Writes `<name>number</name>` and a line feed.
  mutating func element(_ name: String, _ count: Int64) {
    open(name)
    number(count)
    close(name)
  }

  /// Writes `<name>true</name>` or `<name>false</name>` and a line feed.
  mutating func element(_ name: String, _ flag: Bool) {
    open(name)
    boolean(flag)
    close(name)
  }

  /// Writes a container: its tags on lines of their own, never self-closed (facts §0).
  mutating func container(_ name: String, _ content: (inout WireText) -> Void) {
    open(name)
    raw(UInt8(ascii: "\n"))
    content(&self)
    close(name)
  }

  private mutating func open(_ name: String) {
    raw(UInt8(ascii: "<"))
    raw(name)
    raw(UInt8(ascii: ">"))
  }

  private mutating func close(_ name: String) {
    raw("</")
    raw(name)
    raw(">\n")
  }

  /// Whether the text can be copied as it is; a single space between words can.
  private static func needsNoCare(_ source: Span<UInt8>) -> Bool {
    var isBehindSpace = false
    for index in source.indices {
      let byte = source[index]
      switch byte {
      case UInt8(ascii: " "):
        guard !isBehindSpace else { return false }
        isBehindSpace = true
        continue
      case 0..<0x20, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
        UInt8(ascii: "'"), 0xE1...0xE3, 0xEF:
        return false
      default: isBehindSpace = false
      }
    }
    return true
  }

  private mutating func collapse(_ source: Span<UInt8>) {
    var blank: UInt8?
    var index = 0
    while index < source.count {
      let character = XMLCharacter(in: source, at: index)
      index += character.length
      switch character.kind {
      case .lineBreak: blank = UInt8(ascii: "\n")
      case .blank: blank = blank ?? UInt8(ascii: " ")
      case .forbidden: break
      case .ordinary:
        if let pending = blank { raw(pending) }
        blank = nil
        escape(source[index - character.length])
      }
    }
    if let pending = blank { raw(pending) }
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "&"): raw("&amp;")
    case UInt8(ascii: "<"): raw("&lt;")
    case UInt8(ascii: ">"): raw("&gt;")
    case UInt8(ascii: "\""): raw("&quot;")
    case UInt8(ascii: "'"): raw("&apos;")
    default: raw(byte)
    }
  }
}
