import BBBAPI
import BBBWire

extension Simulation {
  /// The servers that help a browser through a firewall: one for STUN on the server itself, no TURN (facts §2.18).
  func stuns(_ parameters: QueryParameters, _ request: APIRequest) -> Answer {
    guard case .valid = session(parameters, request) else {
      return .json(
        .members([
          "returncode": "FAILED", "message": "Could not find conference.",
          "logoutURL": .string(request.serverURL),
        ]))
    }
    let stun = JSONValue.members(["url": .string("stun:\(request.hostName):3478")])
    return .json(.members(["stunServers": [stun], "turnServers": [], "remoteIceCandidates": []]))
  }
}

extension APIRequest {
  /// The name of the server as the caller knows it, without scheme and port.
  var hostName: String {
    let authority = serverURL.split(separator: "/").dropFirst().first ?? ""
    return String(authority.prefix { $0 != ":" })
  }
}
