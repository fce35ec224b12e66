import BBBAPI
import Determinism
import Foundation
import Scenarios
import SimulatorCore
import TimelineEngine

/// A server of the fleet as a test sees it; no secret.
struct ServerView: ControlView {
  /// Nil for the root.
  let name: String?
  /// Where its API is, below the port's root.
  let api: String
  /// Where its control API is.
  let control: String
  let scenario: String
  /// In digits: the numbers of JavaScript are too short for it.
  let seed: String
  let profile: String
  let now: String
  let meetings: Int
  let requests: Int

  static let schema = JSONSchema.object(
    [
      "api": .text, "control": .text, "scenario": .text, "seed": .text, "profile": .text, "now": .instant,
      "meetings": .integer, "requests": .integer,
    ], optional: ["name": .text])

  init(_ name: ServerName?, _ server: SimulatedServer) {
    let prefix = name.map { "/" + $0.text } ?? ""
    let world = server.world
    let timeline = server.simulator.timeline
    self.name = name?.text
    api = prefix + "/bigbluebutton/api"
    control = prefix + "/_sim"
    scenario = timeline.scenario.name
    seed = String(timeline.seed)
    profile = server.simulator.profile.name
    now = world.instant.iso8601
    meetings = world.meetings.count
    requests = server.simulator.requestCount
  }
}

/// What `POST /_sim/servers` asks for.
struct ServerOrder {
  let name: ServerName
  /// The root's when nil.
  let seed: UInt64?
  /// The root's when nil.
  let secret: SharedSecret?

  static let schema = JSONSchema.object(
    ["name": .text],
    optional: [
      "seed": .integer.about("The root's without it: the same day."),
      "secret": .text.about("The root's without it."),
    ])

  init(json: Data) throws(ControlError) {
    let order = try ControlBody(json).read(.order)
    do {
      name = try ServerName(order.name)
    } catch {
      throw .badServerName(error)
    }
    seed = order.seed
    secret = order.secret.map { SharedSecret($0) }
  }
}

private struct RawServerOrder {
  var name: String
  var seed: UInt64?
  var secret: String?
}

extension Reading where Value == RawServerOrder {
  fileprivate static var order: Reading {
    Reading { field in
      field.mapping("a server") { m in
        RawServerOrder(
          name: m.required("name", .name) ?? "", seed: m.optional("seed", .seed),
          secret: m.optional("secret", .name))
      }
    }
  }
}

extension ControlCall {
  /// The server that `{name}` in the path means; it is not made by being asked about.
  func member() throws(ControlError) -> (ServerName, SimulatedServer) {
    let text = parameter("name") ?? ""
    guard let member = fleet.members.first(where: { $0.name.text == text }) else {
      throw ControlError(
        status: 404, error: "there is no server '\(text.printable)'", fix: "GET /_sim/servers lists them")
    }
    return member
  }
}
