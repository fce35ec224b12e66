import Determinism
import FoundationEssentials

extension LoadReport {
  /// The report for other programs: keys in alphabetical order, a line feed at its end.
  ///
  /// Version 1: times are microseconds or seconds as their keys say; `latency` and `serviceTime` are left out where
  /// nothing was measured; `errors` has every kind.
  public var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      return String(decoding: try encoder.encode(ReportDocument(self)), as: UTF8.self) + "\n"
    } catch {
      preconditionFailure("a report of strings and finite numbers can't be encoded: \(error)")
    }
  }

  /// Percentile distributions in HdrHistogram's text form, by file name.
  public var distributions: [(file: String, text: String)] {
    let all = [("latency.hgrm", total.latency), ("service-time.hgrm", total.serviceTime)]
    let calls = result.record.calls.enumerated().flatMap { index, record in
      [
        ("latency-\(index + 1).hgrm", record.latency), ("service-time-\(index + 1).hgrm", record.serviceTime),
      ]
    }
    return (all + (result.record.calls.count > 1 ? calls : [])).map { ($0.0, $0.1.percentileDistribution) }
  }
}

private struct ReportDocument: Encodable {
  let schemaVersion = 1
  let target: String
  let plan: String
  let verdict: LoadReport.Verdict
  let interrupted: Bool
  let elapsedSeconds: Double
  let rate: Double
  let plannedRate: Double
  let total: CallDocument
  let calls: [CallDocument]
  let thresholds: [ThresholdDocument]

  init(_ report: LoadReport) {
    target = report.run.target.redactedText
    plan = report.run.plan.description
    verdict = report.verdict
    interrupted = report.result.wasInterrupted
    elapsedSeconds = report.result.elapsed.inSeconds
    rate = report.rate
    plannedRate = report.plannedRate
    total = CallDocument("all", report.total)
    calls = zip(report.run.target.callNames, report.result.record.calls).map { CallDocument($0, $1) }
    thresholds = report.thresholds.map(ThresholdDocument.init)
  }
}

private struct CallDocument: Encodable {
  let name: String
  let planned, sent, dropped, ok, unfinished: Int
  let errors: [String: Int]
  let latency: LatencySummary?
  let serviceTime: LatencySummary?

  init(_ name: String, _ record: CallRecord) {
    self.name = name
    (planned, sent, dropped, ok) = (record.planned, record.sent, record.dropped, record.ok)
    unfinished = record.unfinished
    // Sorted by the encoder.
    errors = Dictionary(uniqueKeysWithValues: FailureKind.allCases.map { ($0.rawValue, record[$0]) })
    latency = LatencySummary(of: record.latency)
    serviceTime = LatencySummary(of: record.serviceTime)
  }
}

private struct ThresholdDocument: Encodable {
  let failIf: String
  let measured: String
  let broken: Bool

  init(_ outcome: ThresholdOutcome) {
    failIf = outcome.threshold.text
    measured = outcome.measuredText
    broken = outcome.isBroken
  }
}
