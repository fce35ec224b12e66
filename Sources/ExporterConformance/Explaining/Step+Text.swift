import BBBAPI
import Determinism
import Scenarios

extension Step {
  /// What happens in the step, a line each.
  var lines: [String] {
    (faultLines + changes.map { "somebody calls \($0.call.rawValue)" }
      + [
        scrape?.description, load?.description,
        wallClock.map { "the exporter's wall clock goes \($0.wallClockText) meanwhile" },
      ].compactMap(\.self)
      + expectations.map { "expect \($0)" })
      .map { "   \($0)" }
  }

  private var faultLines: [String] {
    guard let faults else { return [] }
    return faults.isEmpty ? ["every fault ends"] : faults.map { "from here on: \($0.text)" }
  }
}

extension Duration {
  /// `an hour back` in figures: `1h back`.
  fileprivate var wallClockText: String {
    self < .zero ? "\((.zero - self).scenarioText) back" : "\(scenarioText) forward"
  }
}

extension FaultRule {
  /// The rule in a few words.
  var text: String {
    let names = calls.map { $0.rawValue.isEmpty ? "index" : $0.rawValue }.sorted().joined(separator: " and ")
    return "\(effect.text) on \(names.isEmpty ? "every call" : names)"
      + (states.isEmpty ? "" : " of state \(states.map(\.rawValue).sorted().joined(separator: " or "))")
      + (first.map { ", the first \($0)" } ?? "")
  }
}

extension FaultRule.Effect {
  fileprivate var text: String {
    switch self {
    case .latency: "late answers"
    case .stale(let age): "answers of \(age.scenarioText) ago"
    case .status(let status, _): "status \(status)"
    case .html: "HTML pages"
    case .failed(let failure): "FAILED \(failure.messageKey)"
    case .reset, .close: "closed connections"
    case .hang: "no answer, ever"
    case .truncated: "answers that are cut off"
    case .dripped, .slowHead: "answers that come in drops"
    case .contentLength, .duplicated: "answers of a wrong length"
    case .endless: "answers without end"
    case .empty: "empty answers"
    case .garbage: "random bytes"
    case .malformed(let damage): "malformed XML (\(damage.rawValue))"
    case .hostile(let trap): "hostile XML (\(trap.rawValue))"
    case .edit: "answers that were tampered with"
    case .contentType(let type): "answers that are called \(type)"
    }
  }
}

extension ScrapePlan: CustomStringConvertible {
  /// What is asked, in one line.
  public var description: String {
    let headers = (accept.map { ["Accept: \($0)"] } ?? []) + headers.map { "\($0.key): \($0.value)" }
    let times = together > 1 ? ", \(together) at once" : ""
    return "GET \(path)\(times)" + (headers.isEmpty ? "" : " with " + headers.joined(separator: "; "))
  }
}

extension ConformanceCase.Refusal: CustomStringConvertible {
  /// What is expected, in one line.
  public var description: String {
    let name = naming.map { ", naming \($0)" } ?? ""
    return "expect that it ends by itself with \(status.map { "status \($0)" } ?? "any status but 0")\(name),"
      + " and never listens"
  }
}

extension DiskEntry: CustomStringConvertible {
  /// The path and how much is there, in one line.
  public var description: String {
    switch content {
    case .text(let text): "\(path): \(text.split(separator: "\n").joined(separator: " · "))"
    case .entries(let names): "\(path)/: \(Self.listed(names))"
    case .unreadable(let names): "\(path)/, which it may not look into: \(Self.listed(names))"
    case .missing: "\(path): nothing"
    }
  }

  private static func listed(_ names: [String]) -> String {
    names.isEmpty ? "empty" : names.joined(separator: ", ")
  }
}
