import BBBAPI
import BBBReading
import PrometheusText
import Testing

@testable import Exporter

@Suite struct MeetingsTallyTests {
  @Test func `nothing adds up to zeros with the two usual clients`() {
    let tally = tally([])
    #expect(tally.meetings == 0 && tally.participants == 0 && tally.participantsMax == 0)
    #expect(tally.shownClients == ["html5": 0, "dial-in": 0])
    #expect(tally.shownOrigins.isEmpty)
    #expect(tally.rooms.participants.count == 0)
  }

  @Test func `numbers are summed and the largest is kept`() {
    let tally = tally([
      meeting {
        $0.participantCount = 3; $0.listenerCount = 1; $0.voiceParticipantCount = 2; $0.videoCount = 4
      },
      meeting {
        $0.participantCount = 7; $0.listenerCount = 5; $0.voiceParticipantCount = 1; $0.videoCount = 0
      },
    ])
    #expect(tally.meetings == 2 && tally.participants == 10 && tally.participantsMax == 7)
    #expect(tally.listeners == 6 && tally.voiceParticipants == 3 && tally.videoParticipants == 4)
  }

  @Test func `moderators are summed, and meetings counted by what they are`() {
    let tally = tally([
      meeting {
        $0.moderatorCount = 2; $0.isRecorded = true; $0.isBreakout = false
      },
      meeting {
        $0.moderatorCount = 3; $0.isRecorded = false; $0.isBreakout = false
      }, meeting { $0.isBreakout = true },
    ])
    #expect(tally.moderators == 5)
    #expect(tally.flags.recording.samples.map(\.value) == [1, 1])
    #expect(tally.flags.breakout.samples.map(\.value) == [2, 1])
    #expect(tally.flags.breakout.samples.map(\.labels) == [["false"], ["true"]])
  }

  @Test func `a meeting without a number still counts, but not in that histogram`() {
    let tally = tally([meeting { $0.listenerCount = 2 }])
    #expect(tally.meetings == 1 && tally.participants == 0)
    #expect(tally.rooms.participants.count == 0 && tally.rooms.listeners.count == 1)
  }

  @Test func `absurd numbers do not overflow`() {
    let absurd = meeting {
      $0.participantCount = .max; $0.origin = "x"
    }
    let tally = tally([absurd, absurd, absurd])
    #expect(tally.participants == 3 * Double(Int.max))
  }

  @Test func `clients and origins that differ only in case are one`() {
    let tally = tally([
      meeting { meeting in
        meeting.participantCount = 2
        meeting.attendeesByClient = [
          ClientCount(.html5, count: 2), ClientCount(ClientType(rawValue: "Html5"), count: 1),
        ]
        meeting.originServerName = "LMS"
        meeting.origin = "Moodle"
      },
      meeting {
        $0.participantCount = 5; $0.originServerName = "lms"; $0.origin = "MOODLE"
      },
      meeting { $0.participantCount = 1 },
      meeting {
        $0.participantCount = 0; $0.origin = "empty"
      },
      meeting { $0.origin = "unknown" },
    ])
    #expect(tally.shownClients == ["html5": 3, "dial-in": 0])
    #expect(tally.shownOrigins == ["lms moodle": 7, " ": 1])
  }

  @Test func `meetings are told apart by internal ID, and only where it and the kind are known`() {
    let tally = tally([
      meeting {
        $0.internalMeetingID = "a"; $0.isBreakout = false
      },
      meeting {
        $0.internalMeetingID = "b"; $0.isBreakout = true
      },
      meeting { $0.internalMeetingID = "c" }, meeting { $0.isBreakout = true },
    ])
    #expect(tally.sightings.map(\.isBreakout) == [false, true])
    let memory = ServerMemory(calls: [])
    for _ in 1...3 { memory.count(tally.sightings) }
    #expect(memory.snapshot.uniqueMeetings.meetings == 1 && memory.snapshot.uniqueMeetings.breakoutRooms == 1)
  }

  @Test func `a hundred thousand similar IDs have different fingerprints`() {
    let memory = ServerMemory(calls: [])
    memory.count(sightings(0..<100_000))
    #expect(memory.snapshot.uniqueMeetings.meetings == 100_000)
  }

  @Test func `a running meeting is never counted twice, however many others come and go`() {
    var seen = SeenMeetings(generation: 50)
    var count = 0
    for start in stride(from: 2, to: 1000, by: 20) {
      for sighting in sightings(0..<2) + sightings(start..<start + 20) where seen.isNew(sighting) {
        count += 1
      }
    }
    #expect(count == 2 + 50 * 20)
  }

  @Test func `what was long out of sight is forgotten, so that memory has an end`() {
    var seen = SeenMeetings(generation: 50)
    func count(_ numbers: Range<Int>) -> Int { sightings(numbers).count { seen.isNew($0) } }
    #expect(count(0..<49) == 49 && count(0..<1) == 0)
    #expect(count(49..<98) == 49 && count(0..<1) == 0)
    #expect(count(98..<200) == 102 && count(0..<1) == 1)
  }

  private func sightings(_ numbers: Range<Int>) -> [MeetingSighting] {
    numbers.compactMap { number in
      MeetingSighting(
        meeting {
          $0.internalMeetingID = "183f0bf3-\(1_772_438_400_000 + number)"; $0.isBreakout = false
        })
    }
  }
}
