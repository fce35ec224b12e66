import BBBAPI
import Determinism
import Scenarios
import Testing

@testable import TimelineEngine

/// What becomes of people and of a meeting's times when people go (facts §4.3, §4.6).
@Suite struct LeavingTests {
  @Test func `who left stays in the user map for sixty seconds`() throws {
    let day = Day(people: [.person("Only", leaves: .minutes(5), listening: 1, streams: 1)])
    let gone = try #require(day.meeting(at: .minutes(5)))
    #expect(gone.isRunning && gone.participantCount == 0 && gone.attendees.count == 1)
    #expect((gone.listenerCount, gone.voiceParticipantCount, gone.videoCount) == (0, 0, 0))
    let last = try #require(day.meeting(at: .minutes(6) - .milliseconds(1)))
    #expect(last.isRunning && last.participantCount == 0)
    let purged = try #require(day.meeting(at: .minutes(6)))
    #expect(!purged.isRunning && purged.attendees.isEmpty && purged.hasUserJoined)
  }

  @Test func `a moderator who left still counts as a moderator until purged`() throws {
    let day = Day(people: [.person("Mod", .moderator, leaves: .minutes(5)), .person("V")])
    #expect(try #require(day.meeting(at: .minutes(5))).moderatorCount == 1)
    #expect(try #require(day.meeting(at: .minutes(6))).moderatorCount == 0)
  }

  @Test func `only the one who left is purged`() throws {
    let day = Day(people: [
      .person("A", leaves: .minutes(5)), .person("B"), .person("C", leaves: .minutes(5.5)),
    ])
    #expect(try #require(day.meeting(at: .minutes(6))).attendees.map(\.fullName) == ["B", "C"])
    #expect(try #require(day.meeting(at: .minutes(6.5))).attendees.map(\.fullName) == ["B"])
  }

  @Test func `the end time stands while a meeting is empty`() throws {
    let day = Day(people: [.person("A", leaves: .minutes(5)), .person("B", joins: .minutes(8))])
    #expect(try #require(day.meeting(at: .minutes(4))).endTime == 0)
    let empty = try #require(day.meeting(at: .minutes(7)))
    #expect(empty.endTime == day.instant(.minutes(5)).millisecondsSinceEpoch)
    #expect(try #require(day.meeting(at: .minutes(8))).endTime == 0)
  }

  @Test func `the start time comes a few milliseconds after creation whether anybody joined or not`() throws {
    let day = Day()
    #expect(try #require(day.meeting(at: .zero)).startTime == 0)
    let started = try #require(day.meeting(at: .milliseconds(60)))
    #expect((10..<60).contains(started.startTime - started.details.createTime))
    #expect(!started.hasUserJoined && !started.isRunning)
  }

  @Test func `a meeting has started when somebody is in it`() throws {
    let day = Day.empty
    var timeline = day.timeline(to: .zero)
    let details = MeetingDetails.made(at: timeline.world.instant)
    timeline.perform(.create(details, records: false))
    timeline.perform(.join(internalMeetingID: details.internalMeetingID, .caller(isModerator: true)))
    #expect(timeline.world.meetings.map(\.startTime) == [details.createTime])
    timeline.advance(to: day.instant(.minutes(1)))
    #expect(timeline.world.meetings.map(\.startTime) == [details.createTime])
  }

  @Test func `somebody has joined for ever after`() throws {
    let day = Day(people: [.person("A", joins: .minutes(1), leaves: .minutes(2))])
    let moments: [Duration] = [.zero, .minutes(1), .minutes(30)]
    #expect(moments.map { day.meeting(at: $0)?.hasUserJoined } == [false, true, true])
  }

  @Test func `who would leave before coming comes and goes at once`() throws {
    let day = Day(people: [.person("Late", joins: .minutes(10), leaves: .minutes(3))])
    #expect(try #require(day.meeting(at: .minutes(9))).attendees.isEmpty)
    let meeting = try #require(day.meeting(at: .minutes(10)))
    #expect(meeting.participantCount == 0 && meeting.attendees.count == 1 && meeting.hasUserJoined)
  }

  @Test func `who would come after the end never comes`() {
    let day = Day(lasts: .minutes(5), people: [.person("Late", joins: .minutes(10))]) { $0.record = true }
    #expect(day.world(at: .minutes(20)).recordings.isEmpty)
  }

  @Test func `a meeting of no length is over when it begins`() {
    let day = Day(lasts: .zero, people: [.person("A"), .person("B", leaves: .zero)]) { $0.record = true }
    let world = day.world(at: .zero)
    #expect(world.meetings.isEmpty)
    #expect(world.recordings.map(\.participants) == [2])
    #expect(world.recordings.map { $0.endTime - $0.startTime } == [0])
  }
}

@Suite struct PresenterTests {
  private static let day = Day(people: [
    .person("V"), .person("First", .moderator, joins: .minutes(1), leaves: .minutes(10)),
    .person("Second", .moderator, joins: .minutes(2), leaves: .minutes(20)),
    .person("Third", .moderator, joins: .minutes(3)),
  ])

  @Test(arguments: [
    (0.0, nil), (1, "First"), (5, "First"), (10, "Second"), (19, "Second"), (20, "Third"), (50, "Third"),
  ])
  func `the first moderator online presents`(minute: Double, presenter: String?) throws {
    #expect(try #require(Self.day.meeting(at: .minutes(minute))).presenter == presenter)
  }

  @Test func `a viewer never presents, and the next moderator to come does`() throws {
    let day = Day(people: [
      .person("Mod", .moderator, leaves: .minutes(5)), .person("V"),
      .person("Next", .moderator, joins: .minutes(9)),
    ])
    #expect(try #require(day.meeting(at: .minutes(6))).presenter == nil)
    #expect(try #require(day.meeting(at: .minutes(9))).presenter == "Next")
  }

  @Test func `a moderator who calls in by telephone does not present`() throws {
    var phone = PeoplePlan.person("Phone", .moderator, streams: 2)
    phone.crowd.clients = [Weighted(.dialIn, weight: 1)]
    let meeting = try #require(Day(people: [phone]).meeting(at: .minutes(1)))
    let attendee = try #require(meeting.attendees.first)
    #expect(meeting.presenter == nil)
    #expect((attendee.role, attendee.audio, attendee.cameraStreams) == (.dialInUser, .microphone, 0))
    #expect(attendee.userID.hasPrefix("v_"))
  }
}
