import BBBAPI
import BBBClient
import Logging
import PrometheusText

/// A probe for a person who wants to know why a target has no data: what was asked, what came of it, and the page.
struct DebugProbe {
  let name: String
  let watch: Watch

  /// The report; secrets, checksums and names of people are not in it.
  ///
  /// The probe makes calls of its own, so that all of them are seen; counters count them like any others.
  func text(for request: ScrapeRequest) async -> String {
    let witness = Witness(clock: watch.clock)
    let scraper = Scraper(
      continuing: watch.scraper, server: watch.server, settings: watch.settings,
      exchange: WitnessedExchange(exchange: watch.exchange, witness: witness), files: LocalFileTree(),
      clock: watch.clock, logger: witness.logger)
    async let verdict = verdict(for: request)
    let page = await scraper.page(for: request)
    return """
      Target \(name), \(watch.server.base.text), checksums by \(watch.server.algorithm.rawValue)

      Check:
      \(CheckReport(verdicts: [await verdict]).text)

      Calls, as the heads of their answers came:
      \(witness.calls.joined(separator: "\n"))

      Log:
      \(witness.lines.joined(separator: "\n"))

      Metrics:
      \(String(decoding: page, as: UTF8.self))
      """
  }

  /// What `bbb-exporter check` says of the target, in the time that the scrape has.
  private func verdict(for request: ScrapeRequest) async -> CheckVerdict {
    let settings = watch.settings
    let allowance = ScrapeAllowance.allowance(header: request.timeoutHeader, setting: settings.scrapeTimeout)
    let terms = CheckTerms(timeout: allowance, allowance: allowance, clock: watch.clock)
    let target = CheckTarget(
      name: name, server: watch.server, needsRecordings: watch.settings.recordings == .api,
      isFromTargetsFile: true)
    return await ServerCheck(target, terms: terms, exchange: watch.exchange).verdict()
  }
}
