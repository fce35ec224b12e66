import BBBAPI
import Determinism
import Scenarios
import Testing

@testable import TimelineEngine

/// Days larger than any that a person would write; they must end, not be fast.
@Suite struct SizeTests {
  @Test(.timeLimit(.minutes(2))) func `ten thousand meetings begin and end`() {
    var day = Day.empty
    day.scenario.meetings = (0..<10_000).map { index in
      var plan = MeetingPlan(id: "m-\(index)", name: "M", at: .zero, lasts: .minutes(30))
      plan.people = [.person("A", .moderator)]
      return plan
    }
    var timeline = day.timeline(to: .minutes(1))
    #expect(timeline.world.meetings.count == 10_000 && timeline.world.participantCount == 10_000)
    timeline.advance(to: day.instant(.minutes(30)))
    #expect(timeline.world.meetings.isEmpty)
  }

  @Test(.timeLimit(.minutes(3))) func `five thousand people come to one meeting and go again`() throws {
    var crowd = PeoplePlan(count: 5000, crowd: Crowd(name: "c", listening: 1))
    crowd.joins = .within(.minutes(10))
    crowd.leaves = .beforeEnd(.minutes(10))
    let day = Day(people: [.person("Mod", .moderator), crowd])
    #expect(try #require(day.meeting(at: .minutes(11))).participantCount == 5001)
    #expect(try #require(day.meeting(at: .minutes(60) - .milliseconds(1))).participantCount <= 2)
  }
}
