import BBBAPI
import PrometheusText

extension Oracle {
  /// Every call that the server has seen, in the histogram of its endpoint and parameters.
  ///
  /// How long a call took is the exporter's to say, within bounds: no call of a scrape takes longer than the scrape, so
  /// that it stands in every bucket from there on, and in the sum with no more.
  func latency(_ evidence: Evidence) -> ExpectedFamily {
    guard evidence.knowsLatencies else { return ExpectedFamily(Self.family("bbb_api_latency"), .unjudged) }
    let series =
      calls(Self.labels("getMeetings", ""), evidence.history.getMeetings, evidence)
      + recordingStates.flatMap { state in
        calls(
          Self.labels("getRecordings", "state=\(state.rawValue)"), evidence.history.calls(for: state),
          evidence)
      }
    return ExpectedFamily(Self.family("bbb_api_latency"), .demanded, series)
  }

  static func labels(_ endpoint: String, _ parameters: String) -> [String: String] {
    ["endpoint": endpoint, "parameters": parameters]
  }

  /// Who counts on the disk may still ask for the unpublished ones, as 0.7.1 does (facts §2).
  private var recordingStates: [RecordingState] { settings.recordings == .off ? [] : CallHistory.states }

  private func calls(_ labels: [String: String], _ calls: CallHistory.Calls, _ evidence: Evidence)
    -> [ExpectedSeries]
  {
    let name = "bbb_api_latency"
    let all = ValueRange.exactly(calls.count)
    let buckets = Contract.latencyBounds.map { bound in
      ExpectedSeries(name + "_bucket", labels.adding(le: bound.expositionText), calls.within(bound))
    }
    let sum = ValueRange.between(evidence.earlierSums[labels] ?? 0, calls.bounds.reduce(0, +))
    let series =
      buckets + [
        ExpectedSeries(name + "_bucket", labels.adding(le: "+Inf"), all),
        ExpectedSeries(name + "_count", labels, all), ExpectedSeries(name + "_sum", labels, sum),
      ]
    // Calls that nobody has made may be missing, or stand there with zeros.
    return calls.count == 0 ? series.map(\.orMissing) : series
  }
}

extension CallHistory.Calls {
  /// How many of them took at most so many seconds.
  fileprivate func within(_ seconds: Double) -> ValueRange {
    .between(Double(bounds.count { $0 <= seconds }), Double(count))
  }
}

extension ExpectedSeries {
  fileprivate var orMissing: ExpectedSeries {
    var series = self
    series.isOptional = true
    return series
  }
}

extension [String: String] {
  fileprivate func adding(le bound: String) -> [String: String] {
    merging(["le": bound]) { _, new in new }
  }
}
