import BBBAPI
import Determinism
import Scenarios
import SimulatorCore
import Testing
import TimelineEngine

/// Same seed, same bytes.
@Suite struct SameBytesTests {
  /// A call of chance, as a caller of a busy day may send it.
  private static func request(_ random: inout RandomStream) -> APIRequest {
    let meetingID = "m-\(random.nextInteger(below: 4))"
    return switch random.nextInteger(below: 9) {
    case 0, 1: .signed(.create, ["name": "Meeting", "meetingID": meetingID, "record": "true"])
    case 2:
      .signed(.join, ["meetingID": meetingID, "fullName": "Ann", "role": "MODERATOR", "redirect": "false"])
    case 3: .signed(.join, ["meetingID": "calculus", "fullName": "Ann", "role": "VIEWER"])
    case 4: .signed(.end, ["meetingID": meetingID])
    case 5: .signed(.isMeetingRunning, ["meetingID": meetingID])
    case 6: .signed(.getMeetingInfo, ["meetingID": meetingID])
    case 7: .signed(.getRecordings, ["limit": "3", "state": "any"])
    default: .signed(.getMeetings)
    }
  }

  private static func replies(seed: UInt64, calls: Int) throws -> [APIReply] {
    var random = StreamKey(seed: seed).child("calls").stream
    let caller = Caller(try .shipped(named: "lecture-day"), seed: seed)
    return (0..<calls).map { _ in
      caller.offset += .milliseconds(random.nextInteger(below: 120_000))
      return caller.send(request(&random))
    }
  }

  @Test(arguments: UInt64(0)..<3) func `two simulators driven alike answer alike`(seed: UInt64) throws {
    let (one, other) = (try Self.replies(seed: seed, calls: 60), try Self.replies(seed: seed, calls: 60))
    #expect(one == other)
    #expect(Set(one.map(\.gist)).count > 4, "the calls are too much alike to prove anything")
  }

  @Test func `reading calls answer alike in any interleaving of threads`() async throws {
    let caller = Caller(try .shipped(named: "lecture-day"))
    caller.offset = .seconds(35 * 60)
    let (simulator, now) = (caller.simulator, caller.now)
    let requests: [APIRequest] = [
      .signed(.getMeetings), .signed(.getRecordings, ["limit": "9"]),
      .signed(.getMeetingInfo, ["meetingID": "calculus"]),
      .signed(.isMeetingRunning, ["meetingID": "calculus"]),
      APIRequest(path: "", serverURL: Caller.serverURL),
    ]
    let alone = requests.map(caller.send)
    await withTaskGroup(of: Bool.self) { group in
      for turn in 0..<40 {
        group.addTask {
          let index = turn % requests.count
          return simulator.respond(to: requests[index], at: now) == alone[index]
        }
      }
      for await isSame in group { #expect(isSame) }
    }
  }

  @Test func `looking in between does not change what comes after`() throws {
    let scenario = try Scenario.shipped(named: "lecture-day")
    let (watched, alone) = (Caller(scenario), Caller(scenario))
    for minute in 0..<90 {
      watched.offset = .seconds(minute * 60)
      watched.call(.getMeetings)
      watched.call(.isMeetingRunning, ["meetingID": "calculus"])
    }
    alone.offset = watched.offset
    #expect(watched.call(.getMeetings) == alone.call(.getMeetings))
    let create: KeyValuePairs = ["name": "Late", "meetingID": "late"]
    #expect(watched.call(.create, create) == alone.call(.create, create))
  }

  @Test func `the latest answer is never an older one`() {
    let caller = Caller(.quiet)
    for number in 0..<20 {
      caller.call(.create, ["name": "Demo", "meetingID": "demo-\(number)"])
      #expect(caller.call(.getMeetings).text.contains("<meetingID>demo-\(number)</meetingID>"))
      #expect(caller.call(.getMeetings) == caller.call(.getMeetings))
    }
  }

  @Test func `an instant in the past counts as the present`() {
    let caller = Caller(.golden)
    caller.offset = .seconds(720)
    let now = caller.call(.getMeetings)
    caller.offset = .zero
    #expect(caller.call(.getMeetings) == now)
    #expect(caller.simulator.world(at: caller.starts).instant == caller.starts.advanced(by: .seconds(720)))
    #expect(caller.simulator.world(asOf: caller.starts).meetings.count == 1)
  }
}
