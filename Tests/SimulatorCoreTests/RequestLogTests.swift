import BBBAPI
import Foundation
import Scenarios
import SimulatorCore
import Testing

@Suite struct RequestLogTests {
  @Test func `the log says what was called and how it went`() {
    var scenario = Scenario.quiet
    var fault = FaultRule(effect: .status(500))
    fault.calls = [.getRecordings]
    scenario.faults = [fault]
    let caller = Caller(scenario)
    caller.call(.getMeetings)
    caller.offset = .seconds(5)
    caller.call(.getMeetingInfo, ["meetingID": "nothing"])
    _ = caller.raw("getMeetings", "", method: "POST")
    _ = caller.raw("no/such/call", "", method: "GET")
    _ = caller.raw("join", "", method: "POST")
    caller.call(.getRecordings)
    let log = caller.simulator.exchanges
    #expect(log.map(\.sequence) == [0, 1, 2, 3, 4, 5])
    #expect(log.map(\.call) == [.getMeetings, .getMeetingInfo, .getMeetings, nil, .join, .getRecordings])
    #expect(log.map(\.method) == ["GET", "GET", "POST", "GET", "POST", "GET"])
    #expect(log.map(\.messageKey) == [nil, "notFound", "checksumError", nil, nil, nil])
    #expect(log.map(\.isFaulty) == [false, false, false, false, false, true])
    #expect(log.map(\.instant) == [caller.starts] + Array(repeating: caller.now, count: 5))
  }

  @Test func `nothing that a caller says is in the log`() throws {
    let caller = Caller(.quiet)
    caller.call(
      .create,
      [
        "name": "Tell-Name", "meetingID": "tell-id", "attendeePW": "tell-ap", "moderatorPW": "tell-mp",
        "meta_tell": "tell",
      ])
    caller.call(
      .join, ["meetingID": "tell-id", "fullName": "Tell-Full", "password": "tell-mp", "userID": "tell-user"])
    caller.call(.end, ["meetingID": "tell-id", "password": "tell-wrong"])
    _ = caller.raw("tell/path", "tell=tell")
    _ = caller.raw("create", "checksum=tell")
    let log = String(decoding: try JSONEncoder().encode(caller.simulator.exchanges), as: UTF8.self)
      .lowercased()
    #expect(!log.contains("tell") && !log.contains(Caller.secret.reveal))
  }

  @Test func `the log forgets the oldest`() {
    let caller = Caller(.quiet)
    for _ in 0..<25_000 { _ = caller.raw("nothing", "") }
    let log = caller.simulator.exchanges
    #expect((5000...10_000).contains(log.count))
    #expect(log.last?.sequence == 24_999)
    #expect(zip(log, log.dropFirst()).allSatisfy { $0.sequence + 1 == $1.sequence })
  }
}
