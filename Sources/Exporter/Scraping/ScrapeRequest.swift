import PrometheusText

/// What a scraper asks for.
struct ScrapeRequest: Sendable, Equatable {
  /// How the page is written.
  var format: ExpositionFormat
  /// When the scraper gives up, in seconds, as it says itself; nil or odd when it does not say.
  var timeoutHeader: String?
  /// What the page holds.
  var wanted: WantedFamilies

  /// Describes a request; without further words for everything.
  init(as format: ExpositionFormat, timeoutHeader: String? = nil, wanted: WantedFamilies = .all) {
    self.format = format
    self.timeoutHeader = timeoutHeader
    self.wanted = wanted
  }
}
