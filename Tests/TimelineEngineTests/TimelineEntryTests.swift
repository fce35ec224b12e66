import BBBAPI
import Determinism
import Scenarios
import Testing

@testable import TimelineEngine

@Suite struct TimelineEntryTests {
  private static func day(_ entries: [TimelineEntry]) -> Day {
    var day = Day(people: [
      .person("Ada", .moderator), .person("Ben", listening: 1), .person("Ada", streams: 1),
    ])
    day.scenario.timeline = entries
    return day
  }

  @Test func `somebody leaves`() throws {
    let day = Self.day([TimelineEntry(at: .minutes(10), action: .leave(meeting: "m", who: "Ben"))])
    #expect(try #require(day.meeting(at: .minutes(10) - .milliseconds(1))).names == ["Ada", "Ben", "Ada"])
    #expect(try #require(day.meeting(at: .minutes(10))).names == ["Ada", "Ada"])
  }

  @Test func `a microphone opens and closes`() throws {
    let day = Self.day([
      TimelineEntry(at: .minutes(1), action: .microphone(meeting: "m", who: "Ben", on: true)),
      TimelineEntry(at: .minutes(2), action: .microphone(meeting: "m", who: "Ben", on: false)),
    ])
    let heard = try [0, 1, 2].map { try #require(day.meeting(at: .minutes($0))).attendees[1].audio }
    #expect(heard == [.listening, .microphone, .none])
  }

  @Test func `cameras come and go`() throws {
    let day = Self.day([
      TimelineEntry(at: .minutes(1), action: .camera(meeting: "m", who: "Ben", streams: 3)),
      TimelineEntry(at: .minutes(2), action: .camera(meeting: "m", who: "Ben", streams: 0)),
    ])
    #expect(try [0, 1, 2].map { try #require(day.meeting(at: .minutes($0))).videoCount } == [1, 4, 1])
  }

  @Test func `a meeting ends before its time`() {
    let day = Self.day([TimelineEntry(at: .minutes(7), action: .end(meeting: "m"))])
    #expect(day.meeting(at: .minutes(7) - .milliseconds(1)) != nil)
    #expect(day.meeting(at: .minutes(7)) == nil)
  }

  @Test func `the first of two people of one name is meant`() throws {
    let day = Self.day([TimelineEntry(at: .minutes(1), action: .leave(meeting: "m", who: "Ada"))])
    #expect(try #require(day.meeting(at: .minutes(2))).names == ["Ben", "Ada"])
  }

  @Test func `what concerns nobody, or somebody who is gone, changes nothing`() throws {
    let quiet = Self.day([TimelineEntry(at: .minutes(1), action: .leave(meeting: "m", who: "Ben"))])
    let loud = Self.day([
      TimelineEntry(at: .minutes(1), action: .leave(meeting: "m", who: "Ben")),
      TimelineEntry(at: .minutes(1.5), action: .microphone(meeting: "m", who: "Ben", on: true)),
      TimelineEntry(at: .minutes(1.5), action: .camera(meeting: "m", who: "Ben", streams: 9)),
      TimelineEntry(at: .minutes(1.5), action: .leave(meeting: "m", who: "Nobody")),
      TimelineEntry(at: .minutes(1.5), action: .end(meeting: "nothing")),
      TimelineEntry(at: .minutes(90), action: .end(meeting: "m")),
    ])
    for minute in [1.75, 3, 100] {
      #expect(
        quiet.world(at: .minutes(minute)).meetings.elementsEqual(loud.world(at: .minutes(minute)).meetings))
    }
  }

  @Test func `at one instant entries happen in the order of the file`() throws {
    let day = Self.day([
      TimelineEntry(at: .minutes(1), action: .camera(meeting: "m", who: "Ben", streams: 3)),
      TimelineEntry(at: .minutes(1), action: .camera(meeting: "m", who: "Ben", streams: 2)),
    ])
    #expect(try #require(day.meeting(at: .minutes(1))).attendees[1].cameraStreams == 2)
  }

  @Test func `somebody comes again, and listens`() throws {
    let day = Self.day([
      TimelineEntry(at: .minutes(1), action: .join(meeting: "m", who: "Ben")),
      TimelineEntry(at: .minutes(10), action: .leave(meeting: "m", who: "Ben")),
      TimelineEntry(at: .minutes(20), action: .join(meeting: "m", who: "Ben")),
      TimelineEntry(at: .minutes(21), action: .listen(meeting: "m", who: "Ben", on: false)),
    ])
    let counts = try [5, 15, 20].map { try #require(day.meeting(at: .minutes($0))).participantCount }
    #expect(counts == [3, 2, 3])
    let meeting = try #require(day.meeting(at: .minutes(20)))
    #expect(meeting.names == ["Ada", "Ada", "Ben"] && meeting.attendees[2].audio == .listening)
    #expect(try #require(day.meeting(at: .minutes(21))).attendees[2].audio == .none)
  }

  @Test func `somebody takes the presentation`() throws {
    let day = Self.day([TimelineEntry(at: .minutes(5), action: .presenter(meeting: "m", who: "Ben"))])
    #expect(try #require(day.meeting(at: .minutes(4))).presenter == "Ada")
    let meeting = try #require(day.meeting(at: .minutes(5)))
    #expect(meeting.presenter == "Ben" && meeting.attendees.count(where: \.isPresenter) == 1)
  }

  @Test func `recordings are published, taken back and deleted, once they are done`() {
    var day = Day(lasts: .minutes(10), people: [.person("Ada", .moderator)]) {
      $0.record = true
      $0.recording = RecordingPlan(unprocessed: .minutes(1), processing: .minutes(9), then: .unpublished)
    }
    let moves: [(Double, RecordingState)] = [
      (15, .published), (30, .published), (40, .unpublished), (50, .deleted),
    ]
    day.scenario.timeline = moves.map { minute, state in
      TimelineEntry(at: .minutes(minute), action: .recording(meeting: "m", state))
    }
    let states = [12, 16, 25, 30, 40, 50].map { day.world(at: .minutes($0)).recordings.map(\.state) }
    #expect(
      states == [[.processing], [.processing], [.unpublished], [.published], [.unpublished], [.deleted]])
  }

  @Test func `a repeated meeting has the same ID, other people and another recording each day`() throws {
    var day = Day(lasts: .minutes(10), people: [PeoplePlan(count: 3, crowd: Crowd(name: "c"))])
    var again = day.scenario.meetings[0]
    again.at = .seconds(86_400)
    again.occurrence = 1
    day.scenario.meetings.append(again)
    day.scenario.timeline = [TimelineEntry(at: .seconds(86_400 + 60), action: .end(meeting: "m"))]
    let (one, other) = (try #require(day.meeting(at: .zero)), try #require(day.meeting(at: .seconds(86_400))))
    #expect(one.details.internalMeetingID != other.details.internalMeetingID)
    #expect(one.attendees.map(\.userID) != other.attendees.map(\.userID))
    #expect(day.meeting(at: .minutes(9)) != nil && day.meeting(at: .seconds(86_400 + 60)) == nil)
  }

  @Test func `a stock drains over its time`() {
    var day = Day.empty
    var stock = RecordingStock(count: 4, state: .processing, spread: .seconds(3600))
    stock.drains = .minutes(40)
    stock.then = .unpublished
    day.scenario.recordings = [RecordingStock(count: 2, state: .published, spread: .zero), stock]
    let waiting = [0, 9, 10, 20, 40].map { minute in
      day.world(at: .minutes(minute)).recordings.count { $0.state == .processing }
    }
    #expect(waiting == [4, 4, 3, 2, 0])
    #expect(day.world(at: .minutes(10)).recordings[2].state == .unpublished)
  }
}
