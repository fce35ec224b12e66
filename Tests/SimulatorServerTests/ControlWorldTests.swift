import BBBAPI
import Determinism
import Foundation
import Scenarios
import SimulatorServer
import Testing

@Suite(.timeLimit(.minutes(5))) struct ControlWorldTests {
  private static func lectureDay(at offset: Duration) throws -> SimulatedServer {
    try .frozen(.shipped(named: "lecture-day"), at: offset)
  }

  @Test func `the past equals what was seen then`() async throws {
    let server = try Self.lectureDay(at: .seconds(60))
    try await server.whileListening { endpoint in
      try await Conversation.hold(with: endpoint) { talk in
        var seen: [(offset: Int, body: [UInt8])] = []
        for minute in stride(from: 1, through: 46, by: 9) {
          try server.jump(to: .seconds(minute * 60))
          if minute == 10 {
            _ = try await talk.get(Target.signed(.create, ["name": "Mine", "meetingID": "mine"]))
            _ = try await talk.get(
              Target.signed(.join, ["meetingID": "mine", "fullName": "Ann", "role": "VIEWER"]))
          }
          if minute == 28 { _ = try await talk.get(Target.signed(.end, ["meetingID": "mine"])) }
          seen.append((minute, try await talk.get("/_sim/world").body))
        }
        for (minute, body) in seen {
          #expect(try await talk.get("/_sim/world?at=\(minute)m").body == body)
          let instant = server.starts.advanced(by: .seconds(minute * 60))
          #expect(try await talk.get("/_sim/world?at=\(instant.iso8601)").body == body)
          #expect(try await talk.get("/_sim/world?at=\(instant.millisecondsSinceEpoch)").body == body)
        }
      }
    }
  }

  @Test(arguments: [
    "61m", "2026-03-02T09:00:01Z", "2026-03-02T07:59:59Z", "-1", "0", "99999999999999999999",
    "9223372036854775807", "noon",
    "", "-5m", "31", "31m%00", "1m&at=2m2", "36500d", "%ff",
  ])
  func `a moment that is none of this day is refused with a fix`(moment: String) async throws {
    try await Self.lectureDay(at: .seconds(3600)).whileListening { endpoint in
      try await Conversation.hold(with: endpoint) { talk in
        let answer = try await talk.get("/_sim/world?at=\(moment)")
        if moment.hasPrefix("1m&") { return #expect(answer.status == 200) }
        let refusal = try JSONDecoder().decode(RefusalAnswer.self, from: Data(answer.body))
        #expect(answer.status == 400 && refusal.status == 400)
        #expect(!refusal.error.isEmpty && refusal.fix.contains("31m"))
      }
    }
  }

  @Test func `the world agrees with the API`() async throws {
    let server = try Self.lectureDay(at: .seconds(2100))
    try await server.whileListening { endpoint in
      try await Conversation.hold(with: endpoint) { talk in
        let body = try await talk.get("/_sim/world").body
        let world = try #require(try JSONSerialization.jsonObject(with: Data(body)) as? [String: Any])
        let meetings = try #require(world["meetings"] as? [[String: Any]])
        let answer = try await talk.get(Target.meetings).text
        for name in [
          "internalMeetingID", "participantCount", "listenerCount", "videoCount", "running", "isBreakout",
        ] {
          #expect(answer.texts(of: name) == meetings.map { Self.text($0[name]) }, "\(name)")
        }
        let recordings = try #require(world["recordings"] as? [String: Int])
        #expect(Set(recordings.keys) == Set(RecordingState.allCases.map(\.rawValue)))
        #expect(recordings["published"] == 1000 && recordings["deleted"] == 25)
      }
    }
  }

  private static func text(_ value: Any?) -> String {
    switch value {
    case let text as String: text
    case let number as NSNumber where CFBooleanOrInt.isBoolean(number): number.boolValue ? "true" : "false"
    case let number as NSNumber: number.stringValue
    default: "?"
    }
  }

  @Test(arguments: ["/_sim/world", "/_sim/clock", "/_sim/requests", "/_sim/world?at=bad"])
  func `what the control API says is JSON with sorted keys`(target: String) async throws {
    try await Self.lectureDay(at: .seconds(2100)).whileListening { endpoint in
      try await Conversation.hold(with: endpoint) { talk in
        _ = try await talk.get(Target.signed(.getMeetingInfo, ["meetingID": "nothing"]))
        let answer = try await talk.get(target)
        #expect(answer.header("content-type") == "application/json; charset=utf-8")
        let object = try JSONSerialization.jsonObject(with: Data(answer.body))
        let sorted = try JSONSerialization.data(
          withJSONObject: object, options: [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes])
        #expect(Data(answer.body) == sorted + Data("\n".utf8))
      }
    }
  }

  @Test func `no password and no secret is in anything but the API's own answers`() async throws {
    let server = try SimulatedServer(
      scenario: .shipped(named: "lecture-day"), profile: .v3_0, secret: SimulatedServer.testSecret,
      startingAt: .seconds(2100))
    try await server.whileListening { endpoint in
      try await Conversation.hold(with: endpoint) { talk in
        let create = Target.signed(
          .create, ["name": "Mine", "meetingID": "mine", "attendeePW": "tell-ap", "moderatorPW": "tell-mp"])
        _ = try await talk.get(create)
        _ = try await talk.get(
          Target.signed(.join, ["meetingID": "mine", "fullName": "Ann", "password": "tell-mp"]))
        _ = try await talk.get(Target.signed(.end, ["meetingID": "mine", "password": "tell-wrong"]))
        let meetings = try await talk.get(Target.meetings).text
        let passwords = meetings.texts(of: "attendeePW") + meetings.texts(of: "moderatorPW")
        #expect(passwords.count > 10 && passwords.contains("tell-mp"))
        for target in [
          "/", "/_sim/world", "/_sim/world?at=1m", "/_sim/clock", "/_sim/requests", "/_sim/world?at=tell",
        ] {
          let text = try await talk.get(target).text
          let told = (passwords + ["tell-wrong", SimulatedServer.testSecret.reveal, "checksum"]).filter(
            text.contains)
          #expect(told.isEmpty, "\(target) tells")
        }
      }
    }
  }

  @Test func `requests are told in their order`() async throws {
    try await SimulatedServer.quiet().whileListening { endpoint in
      try await Conversation.hold(with: endpoint) { talk in
        _ = try await talk.get(Target.meetings)
        _ = try await talk.get("/bigbluebutton/api/getMeetings")
        let expected = """
          [
            {
              "call" : "getMeetings",
              "isFaulty" : false,
              "method" : "GET",
              "millisecondsSinceEpoch" : 1772438400000,
              "now" : "2026-03-02T08:00:00Z",
              "parameters" : [

              ],
              "sequence" : 0,
              "status" : 200,
              "values" : {

              }
            },
            {
              "call" : "getMeetings",
              "diagnosis" : "getMeetings: no checksum came. Mend: send it as the parameter checksum. The server hashed getMeetings<secret>",
              "isFaulty" : false,
              "messageKey" : "checksumError",
              "method" : "GET",
              "millisecondsSinceEpoch" : 1772438400000,
              "mistakes" : [

              ],
              "now" : "2026-03-02T08:00:00Z",
              "parameters" : [

              ],
              "sequence" : 1,
              "status" : 200,
              "values" : {

              }
            }
          ]

          """
        #expect(try await talk.get("/_sim/requests").text == expected)
      }
    }
  }
}

/// JSON tells true from 1, and so must a test.
private enum CFBooleanOrInt {
  static func isBoolean(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" }
}

extension String {
  /// The texts of all elements of that name, in order.
  func texts(of name: String) -> [String] {
    components(separatedBy: "<\(name)>").dropFirst().map { String($0.prefix { $0 != "<" }) }
  }
}
