import BBBAPI
import Determinism
import Scenarios
import SimulatorServer

extension SimulatedServer {
  static let testSecret = SharedSecret("demo-secret")

  /// A frozen server, at a moment of a day.
  static func frozen(_ scenario: Scenario, at offset: Duration = .zero, faults: [FaultRule] = []) throws
    -> SimulatedServer
  {
    var scenario = scenario
    scenario.faults = faults
    return try SimulatedServer(scenario: scenario, profile: .v3_0, secret: testSecret, startingAt: offset)
  }

  /// A frozen server on which nothing happens.
  static func quiet(_ faults: FaultRule...) throws -> SimulatedServer { try frozen(.quiet, faults: faults) }
}

extension Scenario {
  static var quiet: Scenario {
    Scenario(name: "quiet", seed: 1, starts: SimulatedInstant(millisecondsSinceEpoch: 1_772_438_400_000))
  }

  /// A day whose getMeetings answer has about `kilobytes` kilobytes.
  static func large(kilobytes: Int) -> Scenario {
    var scenario = quiet
    var plan = MeetingPlan(id: "large", name: "Large", at: .zero, lasts: .seconds(3600))
    plan.people = [PeoplePlan(count: kilobytes * 3, crowd: Crowd(name: "c"))]
    scenario.meetings = [plan]
    return scenario
  }
}

/// The targets of signed calls.
enum Target {
  static let api = "/bigbluebutton/api"
  static let meetings = signed(.getMeetings)

  static func signed(_ call: APICall, _ parameters: KeyValuePairs<String, String> = [:]) -> String {
    let query = SignedQuery.signed(
      call: call.rawValue, parameters: parameters.map { Metadatum($0.key, $0.value) },
      secret: SimulatedServer.testSecret)
    return "\(api)/\(call.rawValue)?\(query)"
  }

  static func request(_ target: String, headers: String = "") -> String {
    "GET \(target) HTTP/1.1\r\nHost: bbb.test\r\n\(headers)\r\n"
  }
}
