import BBBAPI
import Determinism
import Scenarios
import TestSupport
import Testing

/// Each form that a value may take, against the value it stands for.
@Suite struct ScenarioFormsTests {
  private func load(_ name: String) throws -> Scenario {
    try Scenario.load(bytes: Fixtures.good.bytes("\(name).yaml"), file: "\(name).yaml")
  }

  @Test func `head, crowd and metadata`() throws {
    let scenario = try load("every-form")
    #expect(scenario.starts == Scenario.usualStart.advanced(by: .milliseconds(500)))
    #expect(scenario.server == ServerPlan(profile: "2.7", secret: "null"))
    let flash = [Weighted(ClientType.flash, weight: 1)]
    let guest = Crowd(
      name: "guest", role: .moderator, listening: 0.7, microphone: 0.3, camera: 0.125, clients: flash)
    #expect(scenario.crowds == [guest])
    #expect(scenario.meetings[0].metadata == [Metadatum("course-id", "17"), Metadatum("empty", "")])
    #expect(scenario.meetings[0].lasts == .seconds(5400))
    #expect(scenario.meetings[0].recording == RecordingPlan(then: .deleted))
    #expect(scenario.recordings == [RecordingStock(count: 5, state: .published, spread: .seconds(604_800))])
  }

  @Test func `people`() throws {
    let people = try load("every-form").meetings[0].people
    let ada = Crowd(name: "Ada", role: .moderator, listening: 1, camera: 1)
    #expect(
      people[0]
        == PeoplePlan(
          name: "Ada", userID: "u-1", crowd: ada, cameraStreams: 3, joins: .at(.seconds(90)),
          leaves: .at(.seconds(2400))))
    let bob = Crowd(name: "Bob", role: .dialInUser, microphone: 1, clients: [Weighted(.dialIn, weight: 1)])
    #expect(people[1] == PeoplePlan(name: "Bob", crowd: bob, joins: .within(.seconds(600))))
    #expect(people[2].count == 0 && people[2].crowd.name == "guest")
    #expect(people[2].leaves == .beforeEnd(.seconds(300)))
    let after = DurationDistribution(seconds: .lognormal(median: 1200, p99: 3600))
    #expect(
      people[3]
        == PeoplePlan(
          count: 3, crowd: Crowd(name: "", microphone: 0.5), cameraStreams: 2, leaves: .after(after)))
  }

  @Test func `arrivals and timeline`() throws {
    let scenario = try load("every-form")
    #expect(scenario.arrivals[0].every.seconds == .uniform(lower: 60, upper: 300))
    #expect(scenario.arrivals[0].lasts.seconds == .constant(2700))
    #expect(scenario.arrivals[0].people.shape == .constant(12))
    #expect(scenario.arrivals[0].record == 0.5)
    #expect(
      scenario.timeline.map(\.action) == [
        .microphone(meeting: "forms", who: "Bob", on: false),
        .camera(meeting: "forms", who: "Bob", streams: 1),
        .end(meeting: "forms"),
      ])
  }

  @Test func `faults`() throws {
    let faults = try load("every-fault").faults
    let slow = DurationDistribution(seconds: .lognormal(median: 2, p99: 8))
    let notFound = APIFailure(
      messageKey: "notFound", message: "We could not find a meeting with that meeting ID")
    #expect(
      faults.map(\.effect) == [
        .latency(slow), .latency(DurationDistribution(seconds: .constant(0.5))), .stale(.seconds(300)),
        .status(503), .status(429, retryAfter: .seconds(30)), .status(401), .html, .failed(notFound),
        .reset, .close, .hang, .truncated(bytes: 100), .truncated(bytes: 100, isChunked: true),
        .dripped(bytes: 100, every: .milliseconds(200)), .slowHead(every: .milliseconds(500)),
        .contentLength(10), .duplicated, .endless, .empty, .garbage(bytes: 4096), .malformed(.mismatchedTag),
        .hostile(.billionLaughs),
        .edit([.remove(try #require(ElementPath("meetings/meeting[1]/participantCount")))]),
        .edit([.replace("1,234", by: "1.234")]), .contentType("application/json"),
      ])
    #expect(faults.prefix(4).map(\.calls) == [[.getRecordings], [.index], [.getMeetings], [.getMeetings]])
    #expect(faults[10].calls == [.getMeetings, .getRecordings] && faults[8].calls == [])
    #expect(faults[23].states == [.published, .deleted] && faults[22].states == [])
    #expect(faults[0].from == .seconds(1200) && faults[0].to == .seconds(1500))
    #expect(faults[3].first == 2 && faults[3].from == nil && faults[3].to == nil)
    #expect(faults[4].every == 20 && faults[6].chance == 0.01 && faults[4].chance == 1)
  }

  @Test func `every kind of fault has a key of its own, and its examples can be copied`() throws {
    #expect(Set(FaultKind.all.map(\.key)).count == FaultKind.all.count)
    for kind in FaultKind.all {
      for example in kind.examples {
        let yaml = "scenario: x\nfaults:\n  - { \(kind.key): \(example) }\n"
        #expect(try Scenario.load(yaml: yaml, file: "x").faults.count == 1)
        #expect(FaultKind.table.contains(example))
      }
    }
  }
}
