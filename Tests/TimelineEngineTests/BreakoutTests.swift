import BBBAPI
import Determinism
import Scenarios
import Testing

@testable import TimelineEngine

@Suite struct BreakoutTests {
  /// A moderator and five viewers of every kind; three rooms from minute 10 to minute 20.
  private static func day(rooms: Int = 3, lasts: Duration = .minutes(10)) -> Day {
    Day(
      people: [
        .person("Mod", .moderator, microphone: 1, streams: 1), .person("A", microphone: 1),
        .person("B", listening: 1), .person("C", streams: 2), .person("D", microphone: 1, streams: 1),
        .person("E"),
      ]
    ) { $0.breakouts = BreakoutPlan(at: .minutes(10), rooms: rooms, lasts: lasts) }
  }

  private static func rooms(_ world: World) -> [Meeting] {
    world.meetings.filter { $0.details.breakout != nil }
  }

  @Test func `viewers are dealt out one after another in the order in which they joined`() {
    let rooms = Self.rooms(Self.day().world(at: .minutes(10)))
    #expect(rooms.map(\.names) == [["A", "D"], ["B", "E"], ["C"]])
    #expect(rooms.map { $0.details.breakout?.sequence } == [1, 2, 3])
    #expect(rooms.map(\.details.name) == ["M (Room - 1)", "M (Room - 2)", "M (Room - 3)"])
  }

  @Test func `nobody is in a room before it opens or after it closes`() {
    let day = Self.day()
    #expect(Self.rooms(day.world(at: .minutes(10) - .milliseconds(1))).isEmpty)
    #expect(Self.rooms(day.world(at: .minutes(20) - .milliseconds(1))).count == 3)
    #expect(Self.rooms(day.world(at: .minutes(20))).isEmpty)
  }

  @Test func `audio and cameras move into the room and come back`() throws {
    let day = Self.day()
    let during = try #require(day.meeting(at: .minutes(15)))
    #expect((during.listenerCount, during.voiceParticipantCount, during.videoCount) == (0, 1, 1))
    let rooms = Self.rooms(day.world(at: .minutes(15)))
    #expect(rooms.map(\.voiceParticipantCount) == [2, 0, 0])
    #expect(rooms.map(\.listenerCount) == [0, 1, 0])
    #expect(rooms.map(\.videoCount) == [1, 0, 2])
    let (before, after) = (
      try #require(day.meeting(at: .minutes(9))), try #require(day.meeting(at: .minutes(20)))
    )
    #expect(before.attendees == after.attendees)
  }

  @Test func `people in a room still count in the parent`() {
    let world = Self.day().world(at: .minutes(15))
    #expect(world.meetings.map(\.participantCount) == [6, 2, 2, 1])
  }

  @Test func `the parent lists its rooms for as long as it lives`() throws {
    let day = Self.day()
    let ids = Self.rooms(day.world(at: .minutes(15))).map(\.details.meetingID)
    #expect(try #require(day.meeting(at: .minutes(15))).breakoutRooms == ids)
    #expect(try #require(day.meeting(at: .minutes(30))).breakoutRooms == ids)
  }

  @Test func `identifiers of a room follow from the parent`() throws {
    let world = Self.day().world(at: .minutes(15))
    let parent = world.meetings[0].details
    let opened = Self.day().instant(.minutes(10)).millisecondsSinceEpoch
    for (index, room) in Self.rooms(world).enumerated() {
      let expected = MeetingIdentifiers.breakoutMeetingID(
        parentInternalMeetingID: parent.internalMeetingID, createTime: opened, sequence: index + 1)
      #expect(room.details.meetingID == expected)
      #expect(
        room.details.internalMeetingID
          == MeetingIdentifiers.internalMeetingID(meetingID: expected, createTime: opened))
      #expect(room.details.voiceBridge == "\(parent.voiceBridge)\(index + 1)")
      #expect(room.details.breakout?.parentMeetingID == parent.internalMeetingID)
    }
  }

  @Test func `rooms without a viewer stay empty`() {
    let rooms = Self.rooms(Self.day(rooms: 8).world(at: .minutes(15)))
    #expect(rooms.map(\.participantCount) == [1, 1, 1, 1, 1, 0, 0, 0])
    #expect(rooms.map(\.isRunning) == [true, true, true, true, true, false, false, false])
  }

  @Test func `rooms close with the parent`() {
    var timeline = Self.day().timeline(to: .minutes(15))
    timeline.perform(.end(internalMeetingID: timeline.world.meetings[0].details.internalMeetingID))
    #expect(timeline.world.meetings.isEmpty)
  }

  @Test func `rooms planned beyond the end close with the parent`() {
    let day = Self.day(lasts: .minutes(500))
    #expect(day.world(at: .minutes(59)).meetings.count == 4)
    #expect(day.world(at: .minutes(60)).meetings.isEmpty)
  }

  @Test func `who leaves the parent leaves the room too and does not come back`() throws {
    var day = Self.day()
    day.scenario.timeline = [TimelineEntry(at: .minutes(12), action: .leave(meeting: "m", who: "A"))]
    let world = day.world(at: .minutes(12))
    #expect(Self.rooms(world)[0].names == ["D"])
    #expect(try #require(day.meeting(at: .minutes(25))).names == ["Mod", "B", "C", "D", "E"])
  }

  @Test func `a room that is ended by a caller does not keep the others from closing`() {
    let day = Self.day()
    var timeline = day.timeline(to: .minutes(15))
    timeline.perform(.end(internalMeetingID: Self.rooms(timeline.world)[1].details.internalMeetingID))
    #expect(Self.rooms(timeline.world).map { $0.details.breakout?.sequence } == [1, 3])
    timeline.advance(to: day.instant(.minutes(20)))
    #expect(Self.rooms(timeline.world).isEmpty)
  }

  @Test func `a caller's room in the parent does not keep the planned ones from opening`() {
    let day = Self.day()
    var timeline = day.timeline(to: .minutes(5))
    let parent = timeline.world.meetings[0].details.internalMeetingID
    let room = MeetingDetails.made(at: day.instant(.minutes(5))) {
      $0.breakout = .init(parentMeetingID: parent, sequence: 9, freeJoin: true)
    }
    timeline.perform(.create(room, records: false))
    timeline.advance(to: day.instant(.minutes(15)))
    #expect(Self.rooms(timeline.world).map { $0.details.breakout?.sequence } == [9, 1, 2, 3])
  }

  @Test func `a caller's room outlives its parent, which ends the rooms of the server`() {
    let day = Self.day()
    var timeline = day.timeline(to: .minutes(15))
    let parent = timeline.world.meetings[0].details.internalMeetingID
    let room = MeetingDetails.made(at: timeline.world.instant) {
      $0.breakout = .init(parentMeetingID: parent, sequence: 9, freeJoin: true)
    }
    timeline.perform(.create(room, records: false))
    timeline.perform(.end(internalMeetingID: parent))
    #expect(timeline.world.meetings.map { $0.details.breakout?.sequence } == [9])
  }
}
