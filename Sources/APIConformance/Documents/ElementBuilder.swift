import XMLStreaming

/// Puts the events of a document together again.
struct ElementBuilder: XMLEventHandler {
  private struct Open {
    var element: Element
    var text: [UInt8] = []
  }

  private var open: [Open] = []
  /// The root, once the document has ended.
  private(set) var root: Element?

  mutating func startElement(_ name: borrowing XMLName) {
    open.append(Open(element: Element(name: name.withBytes { Self.string($0) })))
  }

  mutating func characters(_ text: Span<UInt8>) {
    guard !open.isEmpty else { return }
    for index in text.indices { open[open.count - 1].text.append(text[index]) }
  }

  mutating func endElement(_ name: borrowing XMLName) {
    guard var last = open.popLast() else { return }
    last.element.text = String(decoding: last.text, as: UTF8.self)
    if open.isEmpty {
      root = last.element
    } else {
      open[open.count - 1].element.children.append(last.element)
    }
  }

  private static func string(_ span: Span<UInt8>) -> String {
    var bytes: [UInt8] = []
    for index in span.indices { bytes.append(span[index]) }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Element {
  /// Reads a whole document.
  static func reading(_ bytes: [UInt8]) throws(XMLStreamError) -> Element {
    var parser = XMLPushParser(handler: ElementBuilder(), vocabulary: XMLVocabulary([]))
    try parser.feed(bytes.span.bytes)
    try parser.finish()
    guard let root = parser.handler.root else { throw .empty }
    return root
  }
}
