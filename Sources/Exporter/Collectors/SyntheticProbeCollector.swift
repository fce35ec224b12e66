import PrometheusText

/// How the synthetic probe fares; nothing when there is none.
struct SyntheticProbeCollector: Collector {
  func families(from source: PageSource) -> [MetricFamily] {
    guard let report = source.probe else { return [] }
    return meetings(in: source) + last(in: report) + [
      Metric.probeRuns.counter(Double(report.runs)),
      // All steps from the start, so that the first failure is seen as an increase.
      Metric.probeFailures.counter(
        ProbeStep.allCases.map { ([$0.label], Double(report.failures[$0] ?? 0)) }),
      Metric.probeSkipped.counter(Double(report.skipped)),
    ]
  }

  private func last(in report: ProbeReport) -> [MetricFamily] {
    guard let last = report.last else { return [] }
    let taken = last.durations.sorted { $0.key < $1.key }
    return [
      Metric.probeSuccess.gauge(last.failedStep == nil ? 1 : 0),
      Metric.probeStepSuccess.gauge(
        taken.map { ([$0.key.label], last.failures.contains($0.key) ? 0 : 1) }),
      Metric.probeDuration.gauge(taken.map { ([$0.key.label], $0.value.inSeconds) }),
      Metric.probeLastRun.gauge(report.lastTime),
    ]
  }

  private func meetings(in source: PageSource) -> [MetricFamily] {
    guard case .success(let tally) = source.findings.meetings else { return [] }
    return [Metric.probeMeetings.gauge(Double(tally.probeMeetings))]
  }
}
