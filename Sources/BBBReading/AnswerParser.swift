import XMLStreaming

/// A handler that follows an answer with a cursor.
protocol AnswerHandler: XMLEventHandler {
  /// Where the document stands.
  var cursor: AnswerCursor { get set }

  /// Acts on what a tag or a text means.
  mutating func act(on step: AnswerCursor.Step)
}

extension AnswerHandler {
  @inline(__always)
  mutating func startElement(_ name: borrowing XMLName) { act(on: cursor.start(name)) }

  @inline(__always)
  mutating func characters(_ text: Span<UInt8>) { act(on: cursor.characters(text)) }

  @inline(__always)
  mutating func endElement(_ name: borrowing XMLName) { act(on: cursor.end()) }
}

/// Parses an answer for a handler and says in this target's words why one cannot be read.
struct AnswerParser<Handler: AnswerHandler>: ~Copyable {
  private var parser: XMLPushParser<Handler>
  private var opening = BodyOpening()

  init(handler: Handler, limits: XMLLimits) {
    parser = XMLPushParser(handler: handler, vocabulary: PlaceTree.vocabulary, limits: limits)
  }

  var handler: Handler {
    _read { yield parser.handler }
    _modify { yield &parser.handler }
  }

  mutating func feed(_ bytes: RawSpan) throws(ReadingError) {
    try throwForeignRoot()
    opening.take(bytes)
    do throws(XMLStreamError) {
      try parser.feed(bytes)
    } catch {
      throw readingError(for: error)
    }
    try throwForeignRoot()
  }

  mutating func finish() throws(ReadingError) {
    try throwForeignRoot()
    do throws(XMLStreamError) {
      try parser.finish()
    } catch {
      throw readingError(for: error)
    }
  }

  private func throwForeignRoot() throws(ReadingError) {
    if case .foreign(let name) = parser.handler.cursor.root { throw .notBBB(root: name) }
  }

  /// That the document is none of BBB's explains more than what is wrong with its XML.
  private func readingError(for error: XMLStreamError) -> ReadingError {
    if case .foreign(let name) = parser.handler.cursor.root { return .notBBB(root: name) }
    if opening.isHTML { return .notBBB(root: "html") }
    return switch error {
    case .empty: .empty
    case .truncated(let position): .truncated(at: position)
    default: .unreadable(error)
    }
  }
}
