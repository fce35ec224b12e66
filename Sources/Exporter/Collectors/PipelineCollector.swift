import BBBAPI
import PrometheusText

/// What is wrong on the way to a published recording, as the folders of the server show it.
struct PipelineCollector: Collector {
  func families(from source: PageSource) -> [MetricFamily] {
    guard let census = source.findings.disk?.recordings else { return [] }
    return [failed(census), oldest(census)].compactMap { $0 }
  }

  /// All steps from the start, so that the first failure is seen as an increase.
  private func failed(_ census: RecordingsCensus) -> MetricFamily? {
    census.failed.map { failed in
      Metric.recordingsFailed.gauge(PipelineStep.allCases.map { ([$0.rawValue], Double(failed[$0] ?? 0)) })
    }
  }

  private func oldest(_ census: RecordingsCensus) -> MetricFamily? {
    let samples = [RecordingState.unprocessed, .processing].compactMap { state in
      census.oldest[state].map { (labels: [state.rawValue], value: Double($0)) }
    }
    return samples.isEmpty ? nil : Metric.recordingsOldest.gauge(samples)
  }
}
