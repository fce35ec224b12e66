import BBBAPI

/// The answer of `getRecordings` while it is written.
///
/// Scala's XML literals build it, so its white space is that of BBB's source and values keep theirs (facts §2.10).
struct RecordingsText {
  /// What the XML went through on its way out.
  enum Engine {
    /// Scala's literals printed as they are: `<data></data>`, and `"` escaped.
    case scala
    /// Printed by Scala, parsed and printed again by Java's transformer to add `totalElements`: `<data/>`, `"` as it is.
    ///
    /// Derived from `XmlServiceImpl.constructPaginatedResponse`, not observed.
    case transformer
  }

  var text: WireText
  let engine: Engine

  init(engine: Engine) {
    self.engine = engine
    text = WireText()
  }

  mutating func raw(_ markup: String) { text.raw(markup) }

  mutating func element(_ name: String, _ value: String) {
    if value.isEmpty { return empty(name) }
    open(name)
    self.value(value)
    close(name)
  }

  /// An element whose attributes are markup already.
  mutating func element(_ name: String, attributes: String, _ value: String) {
    raw("<\(name) \(attributes)>")
    self.value(value)
    close(name)
  }

  mutating func element(_ name: String, _ number: Int64) {
    open(name)
    text.number(number)
    close(name)
  }

  mutating func element(_ name: String, _ number: Int) { element(name, Int64(number)) }

  mutating func element(_ name: String, _ flag: Bool) { element(name, flag ? "true" : "false") }

  mutating func container(_ name: String, isEmpty: Bool = false, _ content: (inout RecordingsText) -> Void) {
    if isEmpty { return empty(name) }
    open(name)
    content(&self)
    close(name)
  }

  private mutating func empty(_ name: String) {
    switch engine {
    case .scala: raw("<\(name)></\(name)>")
    case .transformer: raw("<\(name)/>")
    }
  }

  private mutating func open(_ name: String) {
    text.raw(UInt8(ascii: "<"))
    text.raw(name)
    text.raw(UInt8(ascii: ">"))
  }

  private mutating func close(_ name: String) {
    text.raw("</")
    text.raw(name)
    text.raw(UInt8(ascii: ">"))
  }
}

/// Values, escaped but with their white space.
extension RecordingsText {
  /// Writes a value without the characters that XML forbids.
  ///
  /// Scala drops most of them itself (`Utility.escape` skips what is below the space, but for tab and line breaks);
  /// U+FFFE and U+FFFF it would write.
  private mutating func value(_ value: String) {
    let source = value.utf8Span.span
    var index = 0
    while index < source.count {
      let byte = source[index]
      let character = XMLCharacter(in: source, at: index)
      index += character.length
      switch character.kind {
      case .ordinary: escape(byte)
      case .blank where character.length == 1: control(byte)
      case .blank: for offset in 0..<character.length { text.raw(source[index - character.length + offset]) }
      case .lineBreak: lineBreak(byte, isBeforeLineFeed: index < source.count && source[index] == 0x0A)
      case .forbidden: break
      }
    }
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "&"): raw("&amp;")
    case UInt8(ascii: "<"): raw("&lt;")
    case UInt8(ascii: ">"): raw("&gt;")
    case UInt8(ascii: "\"") where engine == .scala: raw("&quot;")
    default: text.raw(byte)
    }
  }

  private mutating func control(_ byte: UInt8) {
    if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") { text.raw(byte) }
  }

  /// A parser turns a carriage return into a line feed, and CR LF into one.
  private mutating func lineBreak(_ byte: UInt8, isBeforeLineFeed: Bool) {
    let isReturn = byte == UInt8(ascii: "\r")
    if engine == .scala { return text.raw(byte) }
    if !(isReturn && isBeforeLineFeed) { text.raw(UInt8(ascii: "\n")) }
  }
}
