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

extension MetricNeed {
  fileprivate func inquiries(_ settings: MetricsSettings) -> [Inquiry] {
    switch (self, settings.recordings) {
    case (.nothing, _), (.recordings, .none): []
    case (.meetings, _): [.call(.meetings)]
    case (.recordings(let state), .api):
      ScrapeCall.recordingStates.contains(state) ? [.call(.recordings(state))] : []
    case (.recordings, .disk): [.recordingsOnDisk]
    case (.everyCall, let source): ScrapeCall.needed(for: source).map(Inquiry.call)
    case (.installedVersion, _): settings.readsVersion ? [.installedVersion] : []
    }
  }
}
