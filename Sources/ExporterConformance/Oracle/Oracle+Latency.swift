import PrometheusText

extension Oracle {
  /// Every call that the server has seen, in the histogram of its endpoint and parameters.
  ///
  /// How long a call took is the exporter's to say: only the numbers of calls are known for certain.
  func latency(_ evidence: Evidence) -> ExpectedFamily {
    let meetings = Self.labels("getMeetings", "")
    let series =
      calls(meetings, .exactly(evidence.history.getMeetingsCalls), evidence)
      + recordingStates.flatMap { state in
        calls(Self.labels("getRecordings", "state=\(state)"), recordingCalls(state, evidence), evidence)
      }
    return ExpectedFamily(Self.family("bbb_api_latency"), .demanded, series)
  }

  static func labels(_ endpoint: String, _ parameters: String) -> [String: String] {
    ["endpoint": endpoint, "parameters": parameters]
  }

  private var recordingStates: [String] {
    settings.recordings == .off ? [] : ["processing", "published", "unpublished", "deleted"]
  }

  /// The log knows the calls and not their parameters; each scrape asks for every state once.
  ///
  /// Who counts on the disk may still ask for the unpublished ones, as 0.7.1 does, and needs nothing else
  /// (facts §2).
  private func recordingCalls(_ state: String, _ evidence: Evidence) -> ValueRange {
    let calls = evidence.history.getRecordingsCalls
    if settings.recordings == .fromDisk { return .exactly(state == "unpublished" ? calls : 0) }
    let (share, rest) = calls.quotientAndRemainder(dividingBy: recordingStates.count)
    return rest == 0 ? .exactly(share) : .between(0, Double(calls))
  }

  private func calls(_ labels: [String: String], _ count: ValueRange, _ evidence: Evidence)
    -> [ExpectedSeries]
  {
    let name = "bbb_api_latency"
    let buckets = Contract.latencyBounds.map { bound in
      ExpectedSeries(name + "_bucket", labels.adding(le: bound.expositionText), .between(0, count.upper))
    }
    let series =
      buckets + [
        ExpectedSeries(name + "_bucket", labels.adding(le: "+Inf"), count),
        ExpectedSeries(name + "_count", labels, count),
        ExpectedSeries(name + "_sum", labels, .atLeast(evidence.earlierSums[labels] ?? 0)),
      ]
    // Calls that nobody has made may be missing, or stand there with zeros.
    return count == .exactly(0) ? series.map(\.orMissing) : series
  }
}

extension ValueRange {
  fileprivate var upper: Double {
    switch self {
    case .exactly(let value): value
    case .between(_, let upper): upper
    case .atLeast: .infinity
    }
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
