import TestSupport
import XMLStreaming

/// What a parser reported, adjoining texts joined because their cuts mean nothing.
enum Event: Equatable, CustomStringConvertible {
  case start(name: String, token: Int)
  case text(String)
  case end(token: Int)

  var description: String {
    switch self {
    case .start(let name, let token): "<\(name)#\(token)>"
    case .text(let text): text
    case .end(let token): "</\(token)>"
    }
  }
}

/// Keeps every event.
struct EventRecorder: XMLEventHandler {
  static let vocabulary = XMLVocabulary(["a", "b", "bbb-origin", "é"])

  private(set) var events: [Event] = []

  mutating func startElement(_ name: borrowing XMLName) {
    events.append(.start(name: name.withBytes { text($0) }, token: name.token))
  }

  mutating func characters(_ piece: Span<UInt8>) {
    let new = text(piece)
    if case .text(let old)? = events.last {
      events.removeLast(); events.append(.text(old + new))
    } else {
      events.append(.text(new))
    }
  }

  mutating func endElement(_ name: borrowing XMLName) {
    events.append(.end(token: name.token))
  }

  private func text(_ bytes: Span<UInt8>) -> String {
    var copy: [UInt8] = []
    for index in bytes.indices { copy.append(bytes[index]) }
    return String(decoding: copy, as: UTF8.self)
  }
}

/// Keeps nothing but numbers.
struct EventCounter: XMLEventHandler {
  private(set) var starts = 0
  private(set) var textBytes = 0

  mutating func startElement(_ name: borrowing XMLName) { starts += 1 }
  mutating func characters(_ piece: Span<UInt8>) { textBytes += piece.count }
  mutating func endElement(_ name: borrowing XMLName) {}
}

/// How a document went.
struct Parsing: Equatable {
  var events: [Event] = []
  var error: XMLStreamError?

  /// Parses a document cut at ascending positions.
  init(_ document: some Sequence<UInt8>, cutAt cuts: [Int] = [], limits: XMLLimits = XMLLimits()) {
    let bytes = Array(document)
    var parser = XMLPushParser(
      handler: EventRecorder(), vocabulary: EventRecorder.vocabulary, limits: limits)
    do throws(XMLStreamError) {
      for (start, end) in zip([0] + cuts, cuts + [bytes.count]) { try parser.feed(bytes[start..<end]) }
      try parser.finish()
    } catch {
      self.error = error
    }
    events = parser.handler.events
  }

  init(_ document: String, cutAt cuts: [Int] = [], limits: XMLLimits = XMLLimits()) {
    self.init(document.utf8, cutAt: cuts, limits: limits)
  }
}

extension XMLPushParser {
  /// Feeds a copy of some bytes.
  mutating func feed(_ bytes: some Sequence<UInt8>) throws(XMLStreamError) {
    let copy = Array(bytes)
    try feed(copy.span.bytes)
  }

  /// Feeds a text.
  mutating func feed(_ text: String) throws(XMLStreamError) {
    try feed(text.utf8)
  }
}
