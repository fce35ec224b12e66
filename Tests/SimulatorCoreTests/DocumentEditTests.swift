import BBBAPI
import Scenarios
import SimulatorCore
import TestSupport
import Testing

/// The fault `edit`: documents that were right before somebody laid hands on them.
@Suite struct DocumentEditTests {
  private static let scenario = """
    scenario: edited
    seed: 1
    starts: 2026-03-02T08:00:00Z
    meetings:
      - id: one
        name: "One, <two>"
        lasts: 1h
        origin: { server: lms.test, name: Moodle }
        people: [{ name: Ada, role: moderator }, { name: Ben }]
      - { id: two, name: Two, lasts: 1h, people: [{ name: Cleo }] }
    recordings: [{ count: 2, state: published, spread: 1d }]
    faults:
    """

  private func reply(_ edit: String, on call: String = "getMeetings") throws -> (
    right: APIReply, edited: APIReply
  ) {
    let rule = "\n  - { on: \(call), edit: \(edit) }\n"
    var scenario = try Scenario.load(yaml: Self.scenario + rule, file: "x")
    let edited = Caller(scenario)
    scenario.faults = []
    let right = Caller(scenario)
    (right.offset, edited.offset) = (.seconds(600), .seconds(600))
    let api = call == "getMeetings" ? edited.call(.getMeetings) : edited.call(.getRecordings)
    return (call == "getMeetings" ? right.call(.getMeetings) : right.call(.getRecordings), api)
  }

  private func count(_ text: String, in reply: APIReply) -> Int { reply.text.ranges(of: text).count }

  @Test func `one element of one meeting is left out, its line and nothing else`() throws {
    let (right, edited) = try reply("{ remove: \"meetings/meeting[2]/participantCount\" }")
    let lines = right.text.split(separator: "\n")
    let last = try #require(lines.lastIndex { $0.hasPrefix("<participantCount>") })
    #expect(
      edited.text.split(separator: "\n") == lines.enumerated().filter { $0.offset != last }.map(\.element))
    #expect(try XMLLint.accepts(edited.body))
  }

  @Test(arguments: [
    ("meetings/meeting/attendees/attendee/clientType", "<clientType>", 0),
    ("meetings/meeting[1]/attendees/attendee/clientType", "<clientType>", 1),
    ("meetings/meeting/attendees/attendee[2]", "<attendee>", 2),
    ("meetings/attendee", "<attendee>", 3),
    ("participantCount", "<participantCount>", 2),
    ("meetings/meeting[3]", "<meeting>", 2),
  ])
  func `a path means what lies there and no namesake elsewhere`(path: String, tag: String, left: Int) throws {
    #expect(count(tag, in: try reply("{ remove: \"\(path)\" }").edited) == left)
  }

  @Test func `a whole list is left out`() throws {
    let edited = try reply("{ remove: recordings }", on: "getRecordings").edited
    #expect(edited.text.contains("<returncode>SUCCESS</returncode>") && !edited.text.contains("recording"))
    #expect(try XMLLint.accepts(edited.body))
  }

  @Test func `an element stands twice`() throws {
    let edited = try reply("{ double: meetings/meeting/metadata/bbb-origin }").edited
    #expect(count("<bbb-origin>Moodle</bbb-origin>", in: edited) == 2)
    #expect(try XMLLint.accepts(edited.body))
  }

  @Test func `a text is escaped, markup is not`() throws {
    let text = try reply("{ text: { at: meetings/meeting/isBreakout, is: \"a < b & c\" } }").edited
    #expect(count("<isBreakout>a &lt; b &amp; c</isBreakout>", in: text) == 2)
    // The second meeting has no metadata, and one tag for both ends.
    let markup = try reply("{ insert: { into: meetings/meeting/metadata, xml: \"odd<a/>\" } }").edited
    #expect(count("<metadata>odd<a/>", in: markup) == 2)
    #expect(try XMLLint.accepts(text.body) && XMLLint.accepts(markup.body))
  }

  @Test func `edits are made one after another`() throws {
    let (right, edited) = try reply(
      "[{ replace: { text: Moodle, by: \"1\u{202f}234\" } }, { replace: { text: \"1\u{202f}234\", by: Moodle } }]"
    )
    #expect(edited.body == right.body)
    #expect(right.text.contains("Moodle"))
  }

  @Test func `what is no XML, or has no such element, stays`() throws {
    let (right, edited) = try reply("{ remove: meetings/meeting/nothing }")
    #expect(edited == right)
  }

  @Test(arguments: [
    "{ remove: \"\" }", "{ remove: a//b }", "{ remove: \"meeting[0]\" }", "{ remove: \"meeting[x]\" }",
    "{ remove: meeting 2 }", "{ text: meetings }", "{ replace: { text: \"\", by: a } }", "{}", "[]",
  ])
  func `a mistake in an edit is named`(edit: String) {
    #expect(throws: ScenarioProblems.self) { try reply(edit) }
  }

  @Test(arguments: [
    ("deleted", ["processing": 200, "published": 200, "deleted": 503, "published,deleted": 503]),
    ("[published, unpublished]", ["deleted": 200, "published": 503, "unpublished": 503]),
  ])
  func `a rule about a state befalls requests for it alone`(state: String, statuses: [String: Int]) throws {
    let rule = "\n  - { on: getRecordings, state: \(state), status: 503 }\n"
    let caller = Caller(try Scenario.load(yaml: Self.scenario + rule, file: "x"))
    for (state, status) in statuses {
      #expect(caller.call(.getRecordings, ["state": state]).status == status)
    }
    #expect(caller.call(.getRecordings).status == 200)
  }
}
