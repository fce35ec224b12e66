import BBBAPI
import Determinism
import Scenarios
import SimulatorCore

/// Somebody who knows the secret, in front of a simulator whose clock they hold.
final class Caller {
  let simulator: Simulator
  let starts: SimulatedInstant
  /// Where in the day the next call falls.
  var offset = Duration.zero

  static let secret = SharedSecret("demo-secret")
  static let serverURL = "https://bbb.test"

  init(_ scenario: Scenario, seed: UInt64? = nil, profile: Profile = .v3_0, secret: SharedSecret = secret) {
    simulator = Simulator(scenario: scenario, seed: seed, profile: profile, secret: secret)
    starts = scenario.starts
  }

  var now: SimulatedInstant { starts.advanced(by: offset) }

  /// Sends any request.
  func send(_ request: APIRequest) -> APIReply { simulator.respond(to: request, at: now) }

  /// Sends a signed call.
  @discardableResult
  func call(_ call: APICall, _ parameters: KeyValuePairs<String, String> = [:]) -> APIReply {
    send(.signed(call, parameters))
  }

  /// Sends a query as it is.
  func raw(_ path: String, _ query: String, method: String = "GET") -> APIReply {
    send(APIRequest(method: method, path: path, query: RawQuery(query), serverURL: Self.serverURL))
  }
}

extension APIRequest {
  static func signed(
    _ call: APICall, _ parameters: KeyValuePairs<String, String> = [:], algorithm: ChecksumAlgorithm = .sha1
  ) -> APIRequest {
    let query = SignedQuery.signed(
      call: call.rawValue, parameters: parameters.map { Metadatum($0.key, $0.value) }, secret: Caller.secret,
      algorithm: algorithm)
    return APIRequest(path: call.rawValue, query: RawQuery(query), serverURL: Caller.serverURL)
  }
}

extension APIReply {
  var text: String { String(decoding: body, as: UTF8.self) }

  /// The text of the first element of that name.
  func element(_ name: String) -> String? {
    guard let start = text.firstRange(of: "<\(name)>"), let end = text.firstRange(of: "</\(name)>") else {
      return nil
    }
    return String(text[start.upperBound..<end.lowerBound])
  }

  func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }

  /// `302 …`, the key of a failure, or the return code.
  var gist: String {
    if status != 200 { return "\(status)" }
    return element("messageKey") ?? element("key") ?? element("returncode") ?? "?"
  }
}
