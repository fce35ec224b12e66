import BBBAPI
import Determinism
import Scenarios
import SimulatorCore

/// A fault rule as a line of the live page.
struct LiveFaultView: ControlView {
  /// What it does, such as `status(503)`.
  let effect: String
  /// Whom it befalls, in words.
  let scope: String
  /// How many requests it was asked about.
  let met: Int

  static let schema = JSONSchema.object(["effect": .text, "scope": .text, "met": .integer])

  init(_ standing: FaultDesk.Entry) {
    effect = standing.rule.effect.line
    scope = standing.rule.scope
    met = standing.met
  }
}

extension FaultRule.Effect {
  /// What the page says; the name of the case for most.
  fileprivate var line: String {
    switch self {
    case .latency: "latency"
    case .status(let status, _): "status \(status)"
    case .failed(let failure): "FAILED \(failure.messageKey)"
    case .truncated(let bytes, _): "truncated after \(bytes) bytes"
    case .hostile(let trap): "hostile: \(trap.rawValue)"
    case .malformed(let damage): "malformed: \(damage.rawValue)"
    default: String("\(self)".prefix { $0 != "(" })
    }
  }
}

extension FaultRule {
  /// Whom the rule befalls, such as `getMeetings, every 3rd, 10% of them, from 5m to 10m`.
  fileprivate var scope: String {
    var parts = [calls.isEmpty ? "every call" : calls.map(\.rawValue).sorted().joined(separator: ", ")]
    if !states.isEmpty { parts.append(states.map(\.rawValue).sorted().joined(separator: " and ")) }
    if let first { parts.append("the first \(first)") }
    if let every { parts.append("one in \(every)") }
    if chance < 1 { parts.append("\((chance * 1000).rounded() / 10)% of them") }
    if let from { parts.append("from \(from.scenarioText)") }
    if let to { parts.append("to \(to.scenarioText)") }
    return parts.joined(separator: ", ")
  }
}
