import BBBClient
import XMLStreaming

/// What an answer lists.
struct Listing<Item: ListedItem> {
  var items: [Item]
  /// The number of entries before pagination, where the server says it (facts §2.10).
  var totalElements: Int?
}

/// Reads an answer that lists things, in pieces of any size.
struct ListingReader<Item: ListedItem>: ~Copyable {
  private var parser = XMLPushParser(handler: ListingHandler<Item>(), vocabulary: XMLVocabulary([]))
  private var opening: [UInt8] = []

  /// Takes the next piece of the body; throws why the answer can't be read.
  mutating func feed(_ bytes: RawSpan) throws(CallFailure) {
    noteOpening(bytes)
    do throws(XMLStreamError) { try parser.feed(bytes) } catch { throw failure(error) }
  }

  /// Ends the body; throws why the answer can't be read, or what the server said when it refused the call.
  mutating func finish() throws(CallFailure) -> Listing<Item> {
    do throws(XMLStreamError) { try parser.finish() } catch { throw failure(error) }
    guard let root = parser.handler.root, root.name.lowercased() != "html" else { throw .webPage }
    switch root.text(of: "returncode") {
    case "SUCCESS": break
    case "FAILED":
      throw .failed(
        messageKey: root.text(of: "messageKey") ?? "", message: root.text(of: "message") ?? "")
    default: throw .unreadable(reason: "there is no returncode in it, so it is not BigBlueButton's")
    }
    let total = root.count("totalElements") ?? root.child("pagination")?.count("totalElements")
    return Listing(items: parser.handler.items, totalElements: total)
  }

  /// The first bytes tell a web page from broken XML.
  private mutating func noteOpening(_ bytes: RawSpan) {
    var index = 0
    while opening.count < 64, index < bytes.byteCount {
      // Within the bounds; unsafe only for types that not every bit pattern fits.
      opening.append(bytes.unsafeLoad(fromByteOffset: index, as: UInt8.self))
      index += 1
    }
  }

  private func failure(_ error: XMLStreamError) -> CallFailure {
    let start = String(decoding: opening, as: UTF8.self).lowercased()
    let isPage = start.contains("<!doctype html") || start.contains("<html")
    return isPage ? .webPage : .unreadable(reason: error.description)
  }
}
