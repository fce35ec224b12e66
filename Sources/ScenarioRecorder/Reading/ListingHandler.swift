import XMLStreaming

/// Something that an answer lists.
protocol ListedItem: Sendable {
  /// The element that holds the list, such as `meetings`.
  static var list: String { get }

  /// Reads an entry; nil when it says too little to be told from others.
  init?(_ element: AnswerElement)
}

/// Builds the entries of a list one after another, and keeps of the rest of an answer what stands beside the list.
///
/// Memory holds one entry in full; what an entry is made of may be named like a list or an entry itself, such as
/// metadata called `meeting`.
struct ListingHandler<Item: ListedItem>: XMLEventHandler {
  private var open: [AnswerElement] = []
  /// The entries so far.
  private(set) var items: [Item] = []
  /// The whole answer but for the entries, when it is over.
  private(set) var root: AnswerElement?

  mutating func startElement(_ name: borrowing XMLName) {
    open.append(AnswerElement(name: name.withBytes(Self.text)))
  }

  mutating func characters(_ text: Span<UInt8>) {
    for index in text.indices { open[open.count - 1].bytes.append(text[index]) }
  }

  mutating func endElement(_ name: borrowing XMLName) {
    guard let element = open.popLast() else { return }
    if open.isEmpty {
      root = element
    } else if open.count == 2, open[1].name == Item.list {
      if let item = Item(element) { items.append(item) }
    } else {
      open[open.count - 1].children.append(element)
    }
  }

  private static func text(_ bytes: Span<UInt8>) -> String {
    var copy: [UInt8] = []
    for index in bytes.indices { copy.append(bytes[index]) }
    return String(decoding: copy, as: UTF8.self)
  }
}
