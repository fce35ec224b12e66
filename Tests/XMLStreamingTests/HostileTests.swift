import TestSupport
import Testing
import XMLStreaming

@Suite struct HostileTests {
  @Test(arguments: hostileDocuments)
  func `a hostile document is refused`(document: HostileDocument) {
    #expect(Parsing(document.bytes).error?.caseName == document.error)
  }

  @Test(arguments: wellFormedDocuments.map(\.document))
  func `a truncated document throws`(document: String) {
    let bytes = Array(document.utf8)
    let rootEnd = document.utf8.count - (document.hasSuffix("-->\n") ? "\n<!-- end -->\n".utf8.count : 0)
    let end = bytes.prefix(rootEnd).lastIndex(of: UInt8(ascii: ">")) ?? 0
    for length in 0..<end {
      let error = Parsing(bytes.prefix(length)).error?.caseName
      #expect(error == "truncated" || error == "empty", "cut after \(length) bytes")
    }
  }

  @Test(arguments: hostileDocuments.filter { $0.bytes.count < 2000 })
  func `a truncated hostile document throws or was well-formed so far`(document: HostileDocument) {
    for length in document.bytes.indices {
      let parsing = Parsing(document.bytes.prefix(length))
      let isComplete = parsing.events.first.map { _ in parsing.events.count % 2 == 0 } ?? false
      #expect(parsing.error != nil || isComplete, "cut after \(length) bytes")
    }
  }

  @Test(arguments: 1...200)
  func `a damaged document never crashes the parser`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for (document, _) in wellFormedDocuments {
      var bytes = Array(document.utf8)
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let index = Int.random(in: bytes.indices, using: &random)
        bytes[index] = UInt8.random(in: 0...255, using: &random)
      }
      let whole = Parsing(bytes)
      let cut = Parsing(bytes, cutAt: Array(0..<bytes.count))
      #expect((whole.error == nil) == (cut.error == nil), "seed \(seed)")
      if whole.error == nil { #expect(whole == cut, "seed \(seed)") }
    }
  }

  @Test(arguments: hostileDocuments.filter { !$0.bytes.isEmpty })
  func `after an error every further call throws the same`(document: HostileDocument) throws {
    var parser = XMLPushParser(handler: EventRecorder(), vocabulary: EventRecorder.vocabulary)
    let thrown = #expect(throws: XMLStreamError.self) {
      try parser.feed(document.bytes)
      try parser.finish()
    }
    let first = try #require(thrown)
    let events = parser.handler.events
    #expect(throws: first) { try parser.feed("<a/>") }
    #expect(throws: first) { try parser.finish() }
    #expect(parser.handler.events == events)
  }

  @Test func `an error names the place and never quotes the document`() {
    let error = Parsing("<a>\n<b>hunter2</b>\n<b>hunter2 &hunter2;</b></a>").error
    #expect(error?.position?.line == 3)
    #expect(error?.description.contains("hunter2") == false)
    #expect(Parsing("<a>\n  <hunter2></hunter3></a>").error?.description.contains("hunter") == false)
  }

  @Test func `an endless series of new names stops at a bound`() throws {
    var parser = XMLPushParser(handler: EventCounter(), vocabulary: XMLVocabulary([]))
    try parser.feed("<a>")
    let name = String(repeating: "x", count: 1000)
    let error = #expect(throws: XMLStreamError.self) {
      for number in 0..<8_000 { try parser.feed("<\(name)\(number)/>") }
    }
    #expect(error?.caseName == "outOfMemory")
  }
}
