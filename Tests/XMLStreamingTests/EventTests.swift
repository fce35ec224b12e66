import Testing
import XMLStreaming

@Suite struct EventTests {
  @Test(arguments: wellFormedDocuments)
  func `a document reports its elements and texts`(document: String, events: String) {
    let parsing = Parsing(document)
    #expect(parsing.error == nil)
    #expect(parsing.events.map(\.description).joined() == events)
  }

  @Test func `of two equal names in a vocabulary the first counts`() throws {
    var parser = XMLPushParser(handler: TokenRecorder(), vocabulary: XMLVocabulary(["x", "a", "a"]))
    try parser.feed("<a/>")
    try parser.finish()
    #expect(parser.handler.tokens == [1])
  }

  @Test func `every name of a large vocabulary has its own token`() throws {
    let names = (0..<1000).map { "name-\($0)" }
    var parser = XMLPushParser(handler: TokenRecorder(), vocabulary: XMLVocabulary(names))
    let document = "<r>" + names.map { "<\($0)/>" }.joined() + "</r>"
    try parser.feed(document)
    try parser.finish()
    #expect(parser.handler.tokens == [XMLName.unknownToken] + Array(0..<1000))
  }

  @Test func `two parsers fed in turn do not disturb each other`() throws {
    var one = XMLPushParser(handler: EventRecorder(), vocabulary: EventRecorder.vocabulary)
    var other = XMLPushParser(handler: EventRecorder(), vocabulary: XMLVocabulary(["b", "a"]))
    let document = Array("<a>one<b>two</b></a>".utf8)
    for index in document.indices {
      try one.feed(document[index...index])
      try other.feed(document[index...index])
    }
    try one.finish()
    try other.finish()
    #expect(one.handler.events.map(\.description).joined() == "<a#0>one<b#1>two</1></0>")
    #expect(other.handler.events.map(\.description).joined() == "<a#1>one<b#0>two</0></1>")
  }

  @Test func `parsers on several tasks give the same events`() async {
    let document = wellFormedDocuments.map(\.document).max { $0.count < $1.count } ?? ""
    let expected = Parsing(document)
    let all = await withTaskGroup(of: Parsing.self) { group in
      for _ in 0..<8 {
        group.addTask { @concurrent in Parsing(document, cutAt: Array(1..<document.utf8.count)) }
      }
      return await group.reduce(into: [Parsing]()) { $0.append($1) }
    }
    #expect(all == Array(repeating: expected, count: 8))
  }

  @Test func `the handler may be changed between two pieces`() throws {
    var parser = XMLPushParser(handler: TokenRecorder(), vocabulary: EventRecorder.vocabulary)
    try parser.feed("<a><b/>")
    parser.handler.tokens = []
    try parser.feed("<b/></a>")
    try parser.finish()
    #expect(parser.handler.tokens == [1])
  }

  @Test func `the handler is released with its parser`() throws {
    weak var witness: Witness?
    do {
      let kept = Witness()
      witness = kept
      var parser = XMLPushParser(handler: WitnessKeeper(witness: kept), vocabulary: XMLVocabulary([]))
      try parser.feed("<a>")
    }
    #expect(witness == nil)
  }
}

private struct TokenRecorder: XMLEventHandler {
  var tokens: [Int] = []

  mutating func startElement(_ name: borrowing XMLName) { tokens.append(name.token) }
  mutating func characters(_ text: Span<UInt8>) {}
  mutating func endElement(_ name: borrowing XMLName) {}
}

private final class Witness {}

private struct WitnessKeeper: XMLEventHandler {
  let witness: Witness

  mutating func startElement(_ name: borrowing XMLName) {}
  mutating func characters(_ text: Span<UInt8>) {}
  mutating func endElement(_ name: borrowing XMLName) {}
}
