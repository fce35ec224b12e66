import BBBAPI
import PrometheusText

/// Recordings by state, from the API or from disk; each state absent when it alone could not be counted.
struct RecordingsCollector: Collector {
  func families(from source: PageSource) -> [MetricFamily] {
    let states = ScrapeCall.recordingStates + [RecordingState.unprocessed]
    let counts = states.compactMap { state in
      Metric.recordings(in: state).flatMap { metric in
        count(of: state, in: source).map { metric.gauge(Double($0)) }
      }
    }
    return counts + ages(in: source)
  }

  private func count(of state: RecordingState, in source: PageSource) -> Int? {
    let settings = source.settings
    switch settings.recordings {
    case .none: return nil
    case .disk: return source.findings.disk?.recordings?.counts[state]
    case .api where settings.shelvesRecordings:
      return source.memories.recordings.count(of: state, refresh: settings.recordingsRefresh, now: source.now)
    case .api:
      guard case .success(let count) = source.findings.recordings[state] else { return nil }
      return count
    }
  }

  /// Only where numbers grow old.
  private func ages(in source: PageSource) -> [MetricFamily] {
    guard source.settings.shelvesRecordings else { return [] }
    let ages = ScrapeCall.recordingStates.compactMap { state in
      source.memories.recordings.age(of: state, now: source.now).map { ([state.rawValue], $0.inSeconds) }
    }
    return [Metric.recordingsAge.gauge(ages)]
  }
}
