import ConformanceKit
import FoundationEssentials

extension MutationReport {
  /// A line a mutant, and the score below.
  public var text: String {
    let width = mutants.map(\.mutant.slug.description.count).max() ?? 0
    let table = mutants.map { fate in
      let slug = fate.mutant.slug.description
      let name = slug + String(repeating: " ", count: width - slug.count)
      return "\(fate.outcome.padded)  \(name)  \(fate.witnesses)\n"
    }
    return table.joined() + "\n" + lines(complaints) + lines(solitary) + lines(kinds) + score + time + "\n"
  }

  private func lines(_ texts: [String]) -> String { texts.map { $0 + "\n" }.joined() }

  /// `api 31/31`, a kind a line.
  private var kinds: [String] { scores.map { "\($0.kind) \($0.caught)/\($0.all)" } }

  private var solitary: [String] {
    standingAlone.map { witness, mutants in
      "alone: only \(witness) catches \(mutants.map(\.description).joined(separator: ", "))"
    }
  }

  private var time: String { duration == .zero ? "" : " in \(duration.inSeconds)" }

  /// `mutation score 42/42`, of those that could be tried.
  public var score: String {
    let untried = count(.untried)
    let rest = untried == 0 ? "" : "; \(untried) could not be tried here"
    return "mutation score \(count(.caught))/\(mutants.count - untried)\(rest)"
  }

  private var complaints: [String] {
    mutants.filter { $0.outcome == .survived }.flatMap { fate in
      fate.missedBy.map { "survived: \(fate.mutant.slug) is not caught by \($0): \(fate.mutant.about)" }
    }
      + biased.map { "biased: \($0.slug) does not pass the good exporter: \($0.finding ?? $0.verdict.title)" }
      + unclaimed.map { "idle: no mutant stands for the required case \($0)" }
      + untried.map { "untried: \($0) could say nothing on this machine" }
  }
}

extension MutationReport.Outcome {
  fileprivate var padded: String {
    switch self {
    case .caught: "caught  "
    case .survived: "SURVIVED"
    case .untried: "untried "
    }
  }
}

extension MutationReport.Fate {
  /// Who has caught the mutant.
  fileprivate var witnesses: String {
    encounters.filter(\.caught).map(\.slug.description).joined(separator: ", ")
  }
}

extension MutationReport {
  /// The report for other programs; its keys are sorted.
  public func json() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(Record(self))) + Array("\n".utf8)
  }

  private struct Record: Encodable {
    var schemaVersion = 1
    var score: String
    var seconds: Double
    var kinds: [KindRecord]
    var caught: Int
    var survived: Int
    var untried: Int
    var mutants: [MutantRecord]
    var unclaimedRequiredCases: [String]
    var casesThatTheGoodExporterFails: [String]

    init(_ report: MutationReport) {
      score = report.score
      seconds = report.duration.seconds
      kinds = report.scores.map { KindRecord(kind: $0.kind, caught: $0.caught, tried: $0.all) }
      caught = report.count(.caught)
      survived = report.count(.survived)
      untried = report.count(.untried)
      mutants = report.mutants.map(MutantRecord.init)
      unclaimedRequiredCases = report.unclaimed.map(\.description)
      casesThatTheGoodExporterFails = report.biased.map(\.slug.description)
    }
  }

  private struct KindRecord: Encodable {
    var kind: String
    var caught: Int
    var tried: Int
  }

  private struct MutantRecord: Encodable {
    var slug: String
    var about: String
    var source: String
    var outcome: Outcome
    var claimedBy: [String]
    var cases: [CaseRecord]

    init(_ fate: Fate) {
      slug = fate.mutant.slug.description
      about = fate.mutant.about
      source = fate.mutant.source
      outcome = fate.outcome
      claimedBy = fate.mutant.claims.map(\.description)
      cases = fate.encounters.map {
        CaseRecord(slug: $0.slug.description, verdict: $0.verdict.rawValue, finding: $0.finding)
      }
    }
  }

  private struct CaseRecord: Encodable {
    var slug: String
    var verdict: String
    var finding: String?
  }
}

extension Duration {
  /// In seconds with one digit behind the point.
  fileprivate var inSeconds: String {
    let tenths = Int((seconds * 10).rounded())
    return "\(tenths / 10).\(tenths % 10) s"
  }
}
