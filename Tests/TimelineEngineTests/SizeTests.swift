import BBBAPI
import Determinism
import Scenarios
import Testing

@testable import TimelineEngine

/// Days larger than any that a person would write; they must end, not be fast.
@Suite struct SizeTests {
  @Test(.timeLimit(.minutes(5))) func `ten thousand meetings begin and end`() {
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

  @Test(.timeLimit(.minutes(5)))
  func `a hundred thousand people come to one meeting, moderators all, and go`() throws {
    var crowd = PeoplePlan(count: 100_000, crowd: Crowd(name: "c", role: .moderator))
    crowd.joins = .within(.minutes(10))
    crowd.leaves = .beforeEnd(.minutes(10))
    let day = Day(people: [crowd])
    var timeline = day.timeline(to: .minutes(30))
    let full = try #require(timeline.world.meetings.first)
    #expect(full.participantCount == 100_000 && full.attendees.count(where: \.isPresenter) == 1)
    timeline.advance(to: day.instant(.minutes(57)))
    let left = try #require(timeline.world.meetings.first)
    #expect(left.participantCount < 50_000 && left.attendees.count < 50_000)
    timeline.advance(to: day.instant(.minutes(60)))
    #expect(timeline.world.meetings.isEmpty)
  }

  @Test(.timeLimit(.minutes(5))) func `a day of a million joins begins at once, and holds only who is there`()
  {
    var crowd = PeoplePlan(count: 1_000_000, crowd: Crowd(name: "c"))
    crowd.joins = .within(.seconds(86_400))
    crowd.leaves = .after(DurationDistribution(seconds: .constant(60)))
    let day = Day(lasts: .seconds(86_400), people: [crowd])
    let timeline = day.timeline(to: .minutes(10))
    #expect((500...1000).contains(timeline.world.participantCount))
    #expect(timeline.world.meetings[0].attendees.count < 2000)
  }
}
