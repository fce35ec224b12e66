/// All that a page is made of.
struct PageSource: Sendable {
  let findings: ScrapeFindings
  let memories: Memories
  let settings: MetricsSettings
  /// The time on the scrape's clock.
  let now: Duration
  /// How the synthetic probe fares; nil when it is off.
  var probe: ProbeReport?
}
