import BBBAPI
import Determinism
import Hummingbird
import Scenarios
import SimulatorCore

extension ControlOperation {
  static let listFaults = ControlOperation(
    id: "listFaults", method: .get, path: "/faults",
    summary: "The fault rules in force, and how many requests each has met and struck.",
    answer: .list(of: FaultView.self)
  ) { call in try .json(FaultView.all(of: call.server)) }

  static let replaceFaults = ControlOperation(
    id: "replaceFaults", method: .put, path: "/faults",
    summary: "Puts other rules in force, in the words of a scenario's faults; counts begin at zero.",
    body: Body(
      schema: .list(of: FaultView.ruleSchema), example: [["on": "getMeetings", "first": 2, "status": 503]]),
    answer: .list(of: FaultView.self), refusals: [400, 413, 415]
  ) { call in
    call.server.simulator.setFaults(try ControlBody(call.body).read(.faults))
    return try .json(FaultView.all(of: call.server))
  }

  static let addFault = ControlOperation(
    id: "addFault", method: .post, path: "/faults",
    summary: "Adds a rule behind the others; all counts begin at zero.",
    body: Body(schema: FaultView.ruleSchema, example: ["on": "getRecordings", "latency": "2s"]),
    answer: .list(of: FaultView.self), refusals: [400, 413, 415]
  ) { call in
    let rule = try ControlBody(call.body).read(.fault)
    let simulator = call.server.simulator
    simulator.setFaults(simulator.faults.map(\.rule) + [rule])
    return try .json(FaultView.all(of: call.server))
  }

  static let removeFaults = ControlOperation(
    id: "removeFaults", method: .delete, path: "/faults", summary: "Takes every rule out of force.",
    answer: .list(of: FaultView.self)
  ) { call in
    call.server.simulator.setFaults([])
    return try .json(FaultView.all(of: call.server))
  }
}

/// A fault rule and what became of it.
struct FaultView: ControlView {
  let effect: String
  /// Empty for every call.
  let on: [String]
  /// Empty for any.
  let state: [String]
  let from: String?
  let to: String?
  let first: Int?
  let every: Int?
  let chance: Double
  let met: Int
  let struck: Int

  static let schema = JSONSchema.object(
    [
      "effect": .text, "on": .list(of: .text), "state": .list(of: .text), "chance": .number, "met": .integer,
      "struck": .integer,
    ], optional: ["from": .text, "to": .text, "first": .integer, "every": .integer])

  /// A rule as scenarios write it: when, which calls, and one effect, of which `bbb-sim faults` lists all.
  static let ruleSchema = JSONSchema(json: [
    "type": "object", "description": "A rule in the words of a scenario's faults, with exactly one effect.",
    "properties": [
      "on": JSONSchema.either([.text, .list(of: .text)]).json,
      "state": JSONSchema.either([.text, .list(of: .text)]).json, "from": ["type": "string"],
      "to": ["type": "string"], "first": ["type": "integer"], "every": ["type": "integer"],
      "chance": JSONSchema.either([.text, .number]).json,
    ],
  ])

  static func all(of server: SimulatedServer) -> [FaultView] { server.simulator.faults.map(FaultView.init) }

  init(_ entry: FaultDesk.Entry) {
    effect = entry.rule.effect.name
    on = entry.rule.calls.map(\.publicName).sorted()
    state = entry.rule.states.map(\.rawValue).sorted()
    from = entry.rule.from?.scenarioText
    to = entry.rule.to?.scenarioText
    first = entry.rule.first
    every = entry.rule.every
    chance = entry.rule.chance
    met = entry.met
    struck = entry.struck
  }
}

extension Reading where Value == [FaultRule] {
  fileprivate static var faults: Reading {
    Reading { field in field.elements().compactMap(Reading<FaultRule>.fault.value) }
  }
}

extension APICall {
  /// The call's name; the one without a name is `index`.
  var publicName: String { self == .index ? "index" : rawValue }
}
