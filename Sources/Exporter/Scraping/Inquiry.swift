/// One thing that a scrape finds out; scrapes at the same moment share it.
enum Inquiry: Sendable, Hashable {
  /// A call of the API.
  case call(ScrapeCall)
  /// The folders of the recordings.
  case recordingsOnDisk
  /// The release file.
  case installedVersion

  /// What has to be found out for the families that are wanted, each once, in the order of the families.
  static func needed(for wanted: WantedFamilies, settings: MetricsSettings) -> [Inquiry] {
    var inquiries: [Inquiry] = []
    for metric in Metric.all where wanted.includes(metric) {
      for inquiry in metric.needs.inquiries(settings) where !inquiries.contains(inquiry) {
        inquiries.append(inquiry)
      }
    }
    return inquiries
  }
}

extension Inquiry {
  /// Whether the answer is still to be found out, or the number on the shelf is young enough.
  func isDue(_ memories: Memories, settings: MetricsSettings, now: Duration) -> Bool {
    guard case .call(.recordings(let state)) = self else { return true }
    return memories.recordings.isDue(state, refresh: settings.recordingsRefresh, now: now)
  }

  /// How long the work may go on although no scrape waits for it; nil when it is worth nothing without one.
  func patience(_ settings: MetricsSettings) -> Duration? {
    guard case .call(.recordings) = self, settings.shelvesRecordings else { return nil }
    return RecordingsShelf.patience(refresh: settings.recordingsRefresh)
  }
}

extension MetricsSettings {
  /// Whether numbers of recordings are served that an earlier scrape has asked for.
  var shelvesRecordings: Bool { recordings == .api && recordingsRefresh > .zero }
}

extension MetricNeed {
  fileprivate func inquiries(_ settings: MetricsSettings) -> [Inquiry] {
    switch (self, settings.recordings) {
    case (.nothing, _), (.recordings, .none): []
    case (.meetings, _): [.call(.meetings)]
    case (.recordings(let state), .api):
      ScrapeCall.recordingStates.contains(state) ? [.call(.recordings(state))] : []
    case (.recordings, .disk): [.recordingsOnDisk]
    case (.everyRecordingsCall, .api): ScrapeCall.recordingStates.map { .call(.recordings($0)) }
    case (.everyRecordingsCall, _): []
    case (.everyCall, let source): ScrapeCall.needed(for: source).map(Inquiry.call)
    case (.installedVersion, _): settings.readsVersion ? [.installedVersion] : []
    }
  }
}
