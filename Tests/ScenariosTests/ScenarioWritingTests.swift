import BBBAPI
import Determinism
import Testing

@testable import Scenarios

struct ScenarioWritingTests {
  @Test(arguments: ShippedScenarios.all.map(\.name))
  func `a shipped scenario is read as itself when it has been written`(name: String) throws {
    let scenario = try Scenario.shipped(named: name)
    #expect(try Scenario.load(yaml: scenario.yaml(), file: "written.yaml") == scenario)
  }

  @Test
  func `every form of the language is read as itself when it has been written`() throws {
    let scenario = try Scenario.load(yaml: Self.everything, file: "everything.yaml")
    #expect(try Scenario.load(yaml: scenario.yaml(), file: "written.yaml") == scenario)
  }

  @Test(arguments: FaultKind.all.flatMap { kind in kind.examples.map { (kind.key, $0) } })
  func `a fault is read as itself when it has been written`(key: String, example: String) throws {
    let head = "scenario: faults\nfaults:\n"
    let rule =
      "  - { on: [join, getMeetings], state: published, from: 1m, to: 2h, first: 3, every: 2, chance: 12.5%, "
    let scenario = try Scenario.load(yaml: head + rule + "\(key): \(example) }\n", file: "faults.yaml")
    #expect(try Scenario.load(yaml: scenario.yaml(), file: "written.yaml") == scenario)
  }

  @Test(arguments: [
    "", " ", "~", "null", "true", "3.0", "-", "- a", "a: b", "a #b", "\"", "'", "\\", "{a}", "[b", "*c", "&d",
    "!e", "%f", "@g",
    "`h", "|", ">", "two\nlines\n", "\ttab", "trailing ", "a\u{FEFF}mark", "\u{85}\u{2028}\u{2029}", "👩🏽‍🚀",
    "\u{7F}\u{1}", "? q", "---", "...",
    String(repeating: "long ", count: 200), "\r\n",
  ])
  func `any text is read as itself when it has been written`(text: String) throws {
    var scenario = Scenario(name: "texts", about: text, starts: Scenario.usualStart)
    var meeting = MeetingPlan(id: "m1", name: "Meeting", at: .zero, lasts: .seconds(60))
    meeting.metadata = [.init("key", text)]
    meeting.people = [PeoplePlan(name: "A" + text, crowd: Crowd(name: "A" + text), joins: .at(.zero))]
    meeting.people[0].customData = [.init("K" + text, text)]
    scenario.meetings = [meeting]
    #expect(try Scenario.load(yaml: scenario.yaml(), file: "written.yaml") == scenario)
  }

  @Test(arguments: [0.1, 0.3, 1.0 / 3, 0.07, 0.29, 0.125, 1e-7, 0.999, 33.3 / 100, 1])
  func `a share keeps its value, or is off by nothing that matters`(share: Double) throws {
    let text = NumberText.share(share)
    let read = try #require(NumberText.percentageOrNumber(text))
    #expect(abs(read - share) < 1e-9, "\(text)")
  }

  @Test
  func `many meetings of a kind become one entry again`() throws {
    let rooms = try Scenario.shipped(named: "ten-thousand-rooms")
    #expect(try rooms.yaml().utf8.count < 4000)
  }

  @Test
  func `a fleet's server with a day of another file cannot be written`() throws {
    var fleet = Scenario(name: "fleet", starts: Scenario.usualStart)
    let day = Scenario(name: "elsewhere", seed: 7, starts: Scenario.usualStart)
    fleet.servers = [FleetServer(name: "one", scenario: day, seed: 1, secret: "secret-of-one")]
    #expect(throws: ScenarioWritingError.foreignDay(server: "one")) { try fleet.yaml() }
  }

  private static let everything = """
    scenario: everything
    about: "All that can be said: at once."
    seed: 18446744073709551615
    starts: 2026-03-02T08:00:00Z
    server: { profile: "2.7", secret: "a b", quirks: { numbers: de, joinMethods: [GET, POST], emptyCustomdata: absent } }
    crowds:
      crowd: { role: moderator, audio: { listening: 70%, microphone: 20% }, camera: 12.5%, client: { HTML5: 97%, DIAL-IN: 3% } }
      other: { role: dial-in, client: Mobile App }
    curves:
      term: { weekdays: { 7h: 0%, 10h 30m: 100%, 20h: 5% }, saturday: 2% }
    meetings:
      - id: m1
        name: "null"
        at: 5m
        lasts: 2h
        record: true
        origin: { server: lms.example.org }
        metadata: { a: "", b-2: x }
        maxParticipants: 100
        duration: 90m
        welcome: ""
        voiceBridge: "01234"
        dialNumber: +49 30
        guestPolicy: ASK_MODERATOR
        logoutURL: http://example.org
        endWhenNoModerator: true
        people:
          - { name: Ada, userID: ada, role: moderator, camera: 2, microphone: true }
          - { name: Ben, client: DIAL-IN, joins: 1m, leaves: 40m }
          - { name: Cleo, client: DIAL-IN, listening: true, role: viewer }
          - { name: Dot, client: DIAL-IN, microphone: false, waits: 3m }
          - { name: Eve, client: dial-in, listening: true, waits: { for: 1m, then: denied }, userdata: { "a b": "", k: "1" } }
          - { count: 0, crowd: crowd }
          - { count: 30, crowd: other, streams: 3, joins: { within: 10m }, leaves: { before end: 5m } }
          - { count: 3, role: moderator, listening: 30%, microphone: 70%, camera: 1, client: { HTML5: 1, X: 2.5 }, leaves: { after: lognormal 20m p99 1h } }
        breakouts: { at: 30m, rooms: 2, lasts: 20m, names: [Reds], record: true, freeJoin: true, who: everybody }
        recording: { unprocessed: 1s, processing: 2m, processed: 3ms, then: unpublished, formats: [video, podcast] }
      - { id: room, name: Room, at: 10m, lasts: 5m, breakout: { of: m1, sequence: 7, freeJoin: true } }
      - { count: 7, within: 10m, id: "series-{n}-x", name: "Series {n}", at: 1m, lasts: 5m, repeats: { every: 1d, times: 3 } }
      - { count: 5, id: "alike-{n}", name: Alike, lasts: 5m, people: [{ count: 1 }] }
      - { count: 2, within: 3s, id: "two-{n}", name: Two, lasts: 5m, repeats: { every: 1h, times: 2 } }
      - { id: weekly, name: Weekly, at: 2h, lasts: 5m, repeats: { every: 1w, times: 4 } }
    arrivals:
      - { meetings: { every: exponential 2m, curve: term }, lasts: uniform 1m 5m, people: lognormal 12 p99 300, crowd: crowd, record: 5%, origin: { name: Moodle } }
      - { meetings: { every: 1.5s }, lasts: 45m, people: 3, crowd: other }
    recordings:
      - { count: 4, state: processing, spread: 90d, drains: 12h, then: deleted, formats: [video], name: "Old {n}", id: "old-{n}", origin: {}, metadata: { k: v }, lasts: uniform 1m 2m, participants: uniform 2 30 }
      - { count: 2, spread: 1d, drains: 1h }
    timeline:
      - { at: 6m, leave: { meeting: m1, who: Ada } }
      - { at: 7m, join: { meeting: m1, who: Ada } }
      - { at: 7m, microphone: { meeting: m1, who: Ada, on: false } }
      - { at: 7m, listen: { meeting: m1, who: Ada, on: true } }
      - { at: 7m, camera: { meeting: m1, who: Ada, streams: 3 } }
      - { at: 7m, presenter: { meeting: m1, who: Ada } }
      - { at: 7m, admit: { meeting: m1, who: Dot } }
      - { at: 7m, deny: { meeting: m1, who: Eve } }
      - { at: 100m, end: m1 }
      - { at: 3h, publish: m1 }
      - { at: 3h, unpublish: m1 }
      - { at: 3h, delete: m1 }
    faults:
      - { on: index, status: 503 }
      - { chance: 0%, hang: true }
    servers:
      - { count: 2, name: "here-{n}", secret: "secret-of-{n}", apart: 5m }
      - { name: day, scenario: two-rooms, seed: 7, offset: 1h }
    """
}
