import BBBReading
import Testing

@Suite struct OutcomeTests {
  @Test(
    arguments: [
      ("<returncode>SUCCESS</returncode>", .init(.succeeded)),
      ("<returncode>FAILED</returncode>", .init(.failed)),
      ("<returncode>success</returncode>", .init(.succeeded)),
      ("<returncode> FAILED\n</returncode>", .init(.failed)),
      (
        "<returncode>FAILED</returncode><messageKey>notFound</messageKey><message>No &amp; no</message>",
        .init(.failed, messageKey: "notFound", message: "No & no")
      ),
      (
        "<message>m</message><messageKey/><returncode>SUCCESS</returncode>",
        .init(.succeeded, message: "m")
      ),
      (
        "<returncode>FAILED</returncode><errors><error><key>k1</key><message>m1</message></error>"
          + "<error><key>k2</key><message>m2</message></error></errors>",
        .init(.failed, messageKey: "k1", message: "m1")
      ),
      (
        "<returncode>FAILED</returncode><errors><error/><error><key>k2</key></error></errors>", .init(.failed)
      ),
      (
        "<returncode>FAILED</returncode><messageKey>own</messageKey><errors><error><key>k</key></error></errors>",
        .init(.failed, messageKey: "own")
      ),
      ("<returncode>FAILED</returncode><key>k</key><error><key>k</key></error>", .init(.failed)),
    ] as [(String, ResponseOutcome)])
  func `the outcome is read`(content: String, outcome: ResponseOutcome) throws {
    let body = "<response>\n\(content)\n<meetings/>\n</response>"
    #expect(MeetingsAnswer(body).outcome == outcome)
    #expect(try recordings(in: body.utf8).outcome == outcome)
  }

  @Test func `another call's success is no listing of meetings`() {
    let version = "<response><returncode>SUCCESS</returncode><version>2.0</version></response>"
    #expect(MeetingsAnswer(version).error == .noListing)
    let empty = "<response><returncode>SUCCESS</returncode><messageKey>noMeetings</messageKey></response>"
    #expect(MeetingsAnswer(empty).error == nil)
  }

  @Test(arguments: ["", "<returncode/>", "<returncode>MAYBE</returncode>", "<meetings/>"])
  func `an answer that does not say whether it succeeded is refused`(content: String) {
    #expect(MeetingsAnswer("<response>\(content)</response>").error == .noReturncode)
    #expect(throws: ReadingError.noReturncode) { try recordings(in: "<response>\(content)</response>".utf8) }
  }

  @Test(
    arguments: [
      ("<html><head><title>502</title></head></html>", "html"), ("<html><body><br></body></html>", "html"),
      ("<!DOCTYPE html>\n<html lang=\"en\"><meta charset=utf-8>", "html"),
      ("\n\n<!doctype html><html>", "html"), ("<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\">", "html"),
      ("<!DOCTYPE html", "html"), ("<Error><Code>AccessDenied</Code></Error>", "Error"),
      ("<Response/>", "Response"),
      ("<soap:Envelope xmlns:soap=\"x\"/>", "Envelope"), ("<\(String(repeating: "x", count: 33))/>", nil),
      ("<r\u{E9}ponse/>", nil), ("<meetings><response/></meetings>", "meetings"),
    ] as [(String, String?)])
  func `a document of another kind is named`(body: String, root: String?) {
    #expect(MeetingsAnswer(body).error == .notBBB(root: root))
    #expect(throws: ReadingError.notBBB(root: root)) { try recordings(in: body.utf8) }
    for size in 1...9 { #expect(MeetingsAnswer(body.utf8, pieces: size).error == .notBBB(root: root)) }
  }

  @Test(arguments: ["", " ", "\r\n\r\n", "\u{FEFF}"])
  func `an empty body is an error of its own`(body: String) {
    #expect(MeetingsAnswer(body).error == .empty)
  }

  @Test(arguments: [
    ("404 page not found", "not well-formed XML: no element where the first should be"),
    ("{\"response\": 1}", "not well-formed XML: no element where the first should be"),
    ("<!DOCTYPE response []><response/>", "a document type declaration is not accepted"),
    ("<response>&nbsp;</response>", "an entity other than the five predefined ones is not accepted"),
    ("<response>hunter2 & hunter2</response>", "not well-formed XML: no name where one should be"),
    ("<response>\u{1}</response>", "not well-formed XML: forbidden character"),
  ])
  func `what is no XML is refused with a reason`(body: String, reason: String) {
    let error = MeetingsAnswer(body).error
    guard case .unreadable = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(error?.description.hasSuffix(reason) == true)
  }

  @Test func `after an error every further call throws the same`() throws {
    for body in ["<html/>", "<response>\u{1}", "<!doctype html>"] {
      var reader = MeetingsReader(consumer: MeetingRecorder())
      let bytes = Array(body.utf8)
      let thrown = #expect(throws: ReadingError.self) {
        try reader.feed(bytes.span.bytes)
        _ = try reader.finish()
      }
      let first = try #require(thrown)
      #expect(throws: first) { try reader.feed(bytes.span.bytes) }
      #expect(throws: first) { _ = try reader.finish() }
    }
  }
}
