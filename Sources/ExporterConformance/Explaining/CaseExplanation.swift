import BBBAPI
import ConformanceKit
import Determinism
import Scenarios

/// A case in words, for somebody who wants to know what their exporter is held to.
public struct CaseExplanation: Sendable {
  private let conformanceCase: ConformanceCase
  private let rerun: String

  /// Explains a case; `rerun` is the command that runs it alone.
  public init(_ conformanceCase: ConformanceCase, rerun: String) {
    self.conformanceCase = conformanceCase
    self.rerun = rerun
  }

  /// The explanation, lines with a line feed each.
  public var text: String {
    let head = ["\(conformanceCase.slug) (\(conformanceCase.level.rawValue))", conformanceCase.about]
    let parts = [
      part("Contract", conformanceCase.contract.map { "\($0.place): \($0.text)" }),
      part("Settings", settings),
      part("Scenario", scenario + (conformanceCase.speaksTLS ? ["over TLS, vouched for by {ca} alone"] : [])),
      part("Disk", conformanceCase.disk.map(\.description)),
      part("Steps", steps), part("Run just this", [rerun]),
    ]
    return (head.joined(separator: "\n") + "\n" + parts.joined())
  }

  private func part(_ title: String, _ lines: [String]) -> String {
    lines.isEmpty ? "" : "\n\(title)\n" + lines.map { "  \($0)\n" }.joined()
  }

  private var settings: [String] {
    let usual = ["API_BASE_URL, API_SECRET, PORT and BIND_IP lead to the simulated server and a free port"]
    return usual
      + conformanceCase.settings.map { setting in
        setting.value.map { "\(setting.name)=\($0)" } ?? "\(setting.name) is not set"
      }
  }

  private var scenario: [String] {
    let scenario = conformanceCase.scenario
    if let name = conformanceCase.scenarioName { return ["\(name), as shipped: \(scenario.about)"] }
    let meetings = scenario.meetings.map { meeting in
      let people = meeting.people.reduce(0) { $0 + $1.count }
      let breakouts = meeting.breakouts.map { ", \($0.rooms) breakout rooms at \($0.at.scenarioText)" } ?? ""
      let time = "at \(meeting.at.scenarioText) for \(meeting.lasts.scenarioText)"
      return "meeting \(meeting.id) \(time): \(people) people\(breakouts)"
    }
    let recordings = scenario.recordings.map { "\($0.count) recordings \($0.state.rawValue)" }
    let arrivals = scenario.arrivals.isEmpty ? [] : ["meetings that come by chance, seed \(scenario.seed)"]
    let lines = meetings + arrivals + recordings
    return ["in the case itself, BBB \(scenario.server.profile)"]
      + (lines.isEmpty ? ["nothing happens"] : lines)
  }

  private var steps: [String] {
    switch conformanceCase.plan {
    case .script(let steps):
      steps.enumerated().flatMap { [heading($0.offset + 1, $0.element)] + $0.element.lines }
    case .refusal(let refusal): [refusal.description]
    }
  }

  private func heading(_ number: Int, _ step: Step) -> String {
    let instant = step.at.map { "at \($0.scenarioText)" }
    return "\(number). " + (instant ?? (number == 1 ? "at the beginning of the day" : "at the same instant"))
  }
}
