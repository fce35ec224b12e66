import BBBAPI
import PrometheusText

/// Recordings by state, from the API or from disk; each state absent when it alone could not be counted.
struct RecordingsCollector: Collector {
  func families(from source: PageSource) -> [MetricFamily] {
    let states = ScrapeCall.recordingStates + [RecordingState.unprocessed]
    return states.compactMap { state in
      guard let metric = Metric.recordings(in: state), let count = count(of: state, in: source) else {
        return nil
      }
      return metric.gauge(Double(count))
    }
  }

  private func count(of state: RecordingState, in source: PageSource) -> Int? {
    switch source.settings.recordings {
    case .none: return nil
    case .disk: return source.findings.disk?.recordings?.counts[state]
    case .api:
      guard case .success(let count) = source.findings.recordings[state] else { return nil }
      return count
    }
  }
}
