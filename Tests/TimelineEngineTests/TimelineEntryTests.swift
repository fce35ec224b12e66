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
}
