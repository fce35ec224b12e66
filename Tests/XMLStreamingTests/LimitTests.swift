import Testing

@testable import XMLStreaming

@Suite struct LimitTests {
  private let limits = XMLLimits(depth: 3, textBytes: 5, markupBytes: 100_000, totalBytes: 60)

  @Test func `as many open elements as the limit are accepted and one more is not`() {
    #expect(Parsing("<a><a><a/><a/></a></a>", limits: limits).error == nil)
    #expect(Parsing("<a><a><a><a/></a></a></a>", limits: limits).error?.caseName == "tooDeep")
  }

  @Test(arguments: ["12345", "&amp;2345", "<!-- -->12345", "é345", "12<![CDATA[345]]>"])
  func `a text as long as the limit is accepted and one byte more is not`(text: String) {
    #expect(Parsing("<a>\(text)</a>", limits: limits).error == nil)
    #expect(Parsing("<a>\(text)6</a>", limits: limits).error?.caseName == "textTooLong")
  }

  @Test func `the limit of text begins anew at every tag`() {
    #expect(Parsing("<a>12345<b>12345</b>12345<b/>12345</a>", limits: limits).error == nil)
  }

  @Test(arguments: [1, 7, 59, 60, 61])
  func `a document as long as the limit is accepted and one byte more is not`(piece: Int) {
    let fitting = "<a>" + String(repeating: "<b/>", count: 13) + "1</a>"
    #expect(fitting.utf8.count == 60)
    let cuts = Array(stride(from: piece, to: 60, by: piece))
    #expect(Parsing(fitting, cutAt: cuts, limits: limits).error == nil)
    #expect(Parsing(fitting + "\n", cutAt: cuts, limits: limits).error?.caseName == "documentTooLong")
  }

  @Test func `what is wrong before the limit comes first`() {
    let document = "</b>" + String(repeating: " ", count: 100)
    #expect(Parsing(document, limits: limits).error?.caseName == "malformed")
  }

  @Test func `a limit is named in its error`() {
    let error = Parsing("<a><a><a><a/></a></a></a>", limits: limits).error
    #expect(error?.description == "line 1, column 12: more than 3 elements deep")
  }

  @Test func `thirty megabytes pass and next to nothing is kept`() throws {
    var parser = XMLPushParser(handler: EventCounter(), vocabulary: EventRecorder.vocabulary)
    let piece = Array(String(repeating: "<b>Grüße &amp; 日本</b>\n<bbb-origin/>\n", count: 2000).utf8)
    try parser.feed("<a>")
    var fed = 0
    var kept = 0
    while fed < 30_000_000 {
      try parser.feed(piece.span.bytes)
      fed += piece.count
      kept = max(kept, parser.engine.retainedBytes)
    }
    try parser.feed("</a>")
    try parser.finish()
    #expect(parser.handler.starts == fed / piece.count * 4000 + 1)
    #expect(kept < 64 << 10)
  }

  @Test func `one piece of thirty megabytes passes too`() throws {
    var parser = XMLPushParser(handler: EventCounter(), vocabulary: EventRecorder.vocabulary)
    let document = "<a>" + String(repeating: "<b>0123456789</b>", count: 1_800_000) + "</a>"
    try parser.feed(document)
    #expect(parser.engine.retainedBytes < 64 << 10)
    try parser.finish()
    #expect(parser.handler.textBytes == 18_000_000)
  }
}
