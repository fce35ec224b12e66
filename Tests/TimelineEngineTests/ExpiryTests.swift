import BBBAPI
import Determinism
import Scenarios
import Testing

@testable import TimelineEngine

/// When the server itself ends a meeting that a caller made (facts §4.4).
@Suite struct ExpiryTests {
  private static let day = Day.empty
  private static let key = MeetingKey(.command(0))

  /// A meeting made at the start of the day.
  private static func made(_ change: (inout MeetingDetails) -> Void = { _ in }) -> Timeline {
    var timeline = Self.day.timeline(to: .zero)
    timeline.perform(.create(.made(at: Self.day.instant(.zero), change), records: false))
    return timeline
  }

  private static func joined(_ timeline: inout Timeline) {
    timeline.perform(
      .join(internalMeetingID: "api-internal", Attendee(userID: "u", fullName: "U", role: .moderator)))
  }

  /// Whether the meeting is there at an offset.
  private static func lives(_ timeline: Timeline, at offset: Duration) -> Bool {
    var timeline = timeline
    timeline.advance(to: Self.day.instant(offset))
    return !timeline.world.meetings.isEmpty
  }

  @Test(arguments: [
    (5, 5.0), (1, 1), (60, 60),
  ])
  func `a meeting that nobody joins expires`(minutes: Int, end: Double) {
    let timeline = Self.made { $0.expireIfNoUserJoinedInMinutes = minutes }
    #expect(Self.lives(timeline, at: .minutes(end) - .milliseconds(1)))
    #expect(!Self.lives(timeline, at: .minutes(end)))
  }

  @Test func `a time of zero minutes never expires`() {
    let timeline = Self.made {
      $0.expireIfNoUserJoinedInMinutes = 0
      $0.expireWhenLastUserLeftInMinutes = 0
    }
    #expect(Self.lives(timeline, at: .minutes(100_000)))
    #expect(timeline.world.timers.entries.count == 1, "only the start by the media server is to come")
  }

  @Test func `a join keeps a meeting from expiring unjoined`() {
    var timeline = Self.made()
    timeline.advance(to: Self.day.instant(.minutes(5) - .milliseconds(1)))
    Self.joined(&timeline)
    #expect(Self.lives(timeline, at: .minutes(600)))
  }

  @Test(arguments: [1, 3]) func `a meeting expires after the last one left`(minutes: Int) {
    var timeline = Self.made { $0.expireWhenLastUserLeftInMinutes = minutes }
    Self.joined(&timeline)
    var world = timeline.world
    world.leaveForTest(Self.key, .command(1), at: Self.day.instant(.minutes(10)))
    #expect(world.livesForTest(at: Self.day.instant(.minutes(10 + Double(minutes)) - .milliseconds(1))))
    #expect(!world.livesForTest(at: Self.day.instant(.minutes(10 + Double(minutes)))))
  }

  @Test func `coming back cancels the expiry, and leaving again starts it anew`() {
    var timeline = Self.made()
    Self.joined(&timeline)
    var world = timeline.world
    world.leaveForTest(Self.key, .command(1), at: Self.day.instant(.minutes(10)))
    world.runTimers(to: Self.day.instant(.minutes(10.5)))
    world.apply(
      .joined(Self.key, .command(2), Attendee(userID: "u", fullName: "U")),
      at: Self.day.instant(.minutes(10.5)))
    world.leaveForTest(Self.key, .command(2), at: Self.day.instant(.minutes(10.75)))
    #expect(world.livesForTest(at: Self.day.instant(.minutes(11.5))))
    #expect(!world.livesForTest(at: Self.day.instant(.minutes(11.75))))
  }

  @Test func `a duration ends a meeting with everybody in it`() {
    var timeline = Self.made { $0.durationInMinutes = 20 }
    Self.joined(&timeline)
    #expect(Self.lives(timeline, at: .minutes(20) - .milliseconds(1)))
    #expect(!Self.lives(timeline, at: .minutes(20)))
  }

  @Test func `the timers of an ended meeting do not touch the next of its name`() {
    var timeline = Self.made { $0.durationInMinutes = 20 }
    timeline.perform(.end(internalMeetingID: "api-internal"))
    timeline.advance(to: Self.day.instant(.minutes(3)))
    timeline.perform(.create(.made(at: timeline.world.instant), records: false))
    #expect(Self.lives(timeline, at: .minutes(8) - .milliseconds(1)))
    #expect(!Self.lives(timeline, at: .minutes(8)))
  }

  @Test func `a breakout room that a caller made does not expire unjoined`() {
    let day = Day(lasts: .minutes(601))
    var timeline = day.timeline(to: .zero)
    let parent = timeline.world.meetings[0].details.internalMeetingID
    let room = MeetingDetails.made(at: timeline.world.instant) {
      $0.breakout = .init(parentMeetingID: parent, sequence: 1, freeJoin: false)
    }
    timeline.perform(.create(room, records: false))
    timeline.advance(to: day.instant(.minutes(600)))
    #expect(timeline.world.meetings.count == 2)
  }

  @Test func `no room is made in a meeting that is gone`() {
    let timeline = Self.made { $0.breakout = .init(parentMeetingID: "gone", sequence: 1, freeJoin: false) }
    #expect(timeline.world.meetings.isEmpty && timeline.journal.count == 1)
  }

  @Test func `no timer of the server ends a meeting of the scenario`() {
    let day = Day(lasts: .minutes(600), people: [.person("A", joins: .minutes(100), leaves: .minutes(110))])
    #expect([0, 99, 111, 599].allSatisfy { day.meeting(at: .minutes($0)) != nil })
    #expect(day.meeting(at: .minutes(600)) == nil)
  }

  @Test func `the longest times that the API takes are no trouble`() {
    let timeline = Self.made {
      $0.durationInMinutes = Int(Int32.max)
      $0.expireIfNoUserJoinedInMinutes = Int(Int32.max)
      $0.expireWhenLastUserLeftInMinutes = Int(Int32.max)
    }
    #expect(Self.lives(timeline, at: .minutes(1_000_000)))
  }
}

extension World {
  /// Lets the world's own timers run.
  mutating func runTimers(to instant: SimulatedInstant) {
    while let next = timers.next, next <= instant, let due = timers.popNext() {
      apply(.timer(due.payload), at: due.instant)
    }
  }

  fileprivate mutating func leaveForTest(_ key: MeetingKey, _ person: PersonKey, at instant: SimulatedInstant)
  {
    runTimers(to: instant)
    apply(.left(key, person), at: instant)
  }

  fileprivate func livesForTest(at instant: SimulatedInstant) -> Bool {
    var world = self
    world.runTimers(to: instant)
    return !world.meetings.isEmpty
  }
}
