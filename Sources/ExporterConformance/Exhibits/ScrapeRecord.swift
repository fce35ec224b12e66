import BBBAPI
import ConformanceKit
import Scenarios
import SimulatorCore
import SimulatorServer

/// A scrape as it went, held until it is known whether anybody has to see it.
struct ScrapeRecord: Sendable {
  /// How the exporter was asked.
  let plan: ScrapePlan
  /// What it answered; nil when nothing came.
  let answer: ScrapeAnswer?
  /// The requests that the API has seen for it.
  let calls: [Exchange]
  /// The faults that were in force.
  let faults: [FaultRule]
}

extension ScrapeRecord {
  /// What a reader of `findings` about the scrape needs: question and answer, the calls, the world, and its document.
  ///
  /// Asked for before anything changes at the server.
  func exhibits(
    about findings: [Finding], at moment: String, on server: SimulatedServer, redactor: Redactor
  ) -> [Exhibit] {
    let world = server.world
    let tally = WorldExhibit(world, faults: faults)
    return [
      PageExhibit(record: self, names: tally.names, redactor: redactor).exhibit(about: findings, at: moment),
      callList(at: moment, redactor),
      tally.exhibit(at: moment, redactor),
    ] + DocumentExhibit(server: server, faults: faults).exhibits(at: moment, redactor)
  }

  private func callList(at moment: String, _ redactor: Redactor) -> Exhibit {
    let lines = calls.isEmpty ? ["no call"] : calls.map(\.line)
    return Excerpt(lines.joined(separator: "\n"), redactor)
      .exhibit("\(moment): what the exporter asked of the API")
  }
}

extension Exchange {
  /// `GET getRecordings state=published limit=1 → 200, FAILED checksumError, fault status`
  fileprivate var line: String {
    let name = call.map { $0.rawValue.isEmpty ? "the index" : $0.rawValue } ?? "a path that is no call"
    let parameters = parameterNames.map { name in values[name].map { "\(name)=\($0)" } ?? name }
    let failure = messageKey.map { ", FAILED \($0)" } ?? ""
    let struck = fault.map { ", under the fault `\($0)`" } ?? ""
    let question = ([method, name] + parameters).joined(separator: " ")
    return "\(question) → \(status)\(failure)\(struck)" + (diagnosis.map { "\n  \($0)" } ?? "")
  }
}
