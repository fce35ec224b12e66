import BBBClient
import Logging
import PrometheusText

/// Answers scrapes: makes the calls, or shares those in flight, and writes the page.
///
/// The way through the exporter begins at the environment and ends at a page, a folder for each stretch:
///
/// 1. *Settings*, *Targets*, *Configuration*: ``SettingsReader`` and ``TargetsReader`` turn what the operator wrote into a
///    ``Configuration``, or into mistakes.
/// 2. *Watching*: a ``Watchlist`` has a ``Watch``, and with it a scraper, for each server; the ``WatchDesk`` swaps it at a
///    reload. *Serving* finds the scraper that a request asks for.
/// 3. *Scraping*: what a ``ScrapeRequest`` wants needs some ``Inquiry`` or other. The ``FlightDesk`` gives each a
///    ``Flight``, which scrapes at the same moment share; ``ScrapeWork`` does the inquiry. What is longer than one scrape
///    goes to the ``ServerMemory``, the rest comes back as a ``ScrapeFinding``.
/// 4. *Reading* and *Disk*: ``AnswerReading`` feeds the bytes of an answer to BBBReading and adds its records up, in a
///    ``MeetingsTally``; ``DiskReader`` counts folders.
/// 5. *Collectors* and *Metrics*: findings and memories are a ``PageSource``, of which each ``Collector`` makes families by
///    the table ``Metric/all``. `ExpositionWriter` makes bytes of them.
final class Scraper: Sendable {
  private let settings: MetricsSettings
  private let clock: ScrapeClock
  private let memory: ServerMemory
  private let desk: FlightDesk
  /// What is remembered of the synthetic probe; nil when it is off.
  let probe: ProbeMemory?

  /// Makes a scraper that has seen nothing yet.
  ///
  /// - Parameters:
  ///   - server: what to measure.
  ///   - settings: what to measure of it.
  ///   - exchange: what carries the calls.
  ///   - files: the file system for what is read from disk.
  ///   - clock: the time.
  ///   - logger: where failures are told.
  convenience init(
    server: WatchedServer, settings: MetricsSettings, exchange: any HTTPExchange,
    files: any FileTree = LocalFileTree(), clock: ScrapeClock = .continuous, logger: Logger
  ) {
    self.init(
      continuing: nil, server: server, settings: settings, exchange: exchange, files: files, clock: clock,
      logger: logger)
  }

  /// Makes a scraper that remembers what another one of the same server and settings does, and goes on to.
  init(
    continuing former: Scraper?, server: WatchedServer, settings: MetricsSettings, exchange: any HTTPExchange,
    files: any FileTree, clock: ScrapeClock, logger: Logger
  ) {
    let client = APIClient(
      base: server.base, secret: server.secret, algorithm: server.algorithm,
      userAgent: ExporterIdentity.userAgent, exchange: exchange)
    self.settings = settings
    self.clock = clock
    memory = former?.memory ?? ServerMemory(calls: ScrapeCall.needed(for: settings.recordings))
    probe = settings.syntheticProbe.map { _ in former?.probe ?? ProbeMemory() }
    let work = ScrapeWork(
      reading: AnswerReading(client: client, rules: TallyRules(settings), clock: clock),
      paging: RecordingsPaging(clock: clock),
      recordingsOnDisk: DiskReader(settings: settings.onlyRecordings, files: files),
      installedVersion: DiskReader(settings: settings.onlyVersion, files: files),
      memory: memory, clock: clock, log: QuietLog(logger, clock: clock))
    desk = FlightDesk(clock: clock, patience: { $0.patience(settings) }) { inquiry in
      await work.finding(of: inquiry)
    }
  }

  /// The page for one scrape; late and partial rather than stuck.
  ///
  /// - Returns: the bytes of the page; without any family when none is known by the names that were asked for.
  func page(for request: ScrapeRequest) async -> [UInt8] {
    await page(for: request, and: [])
  }

  /// The same page, with families about the exporter itself at its end.
  func page(for request: ScrapeRequest, and own: [MetricFamily]) async -> [UInt8] {
    let allowance = ScrapeAllowance.allowance(header: request.timeoutHeader, setting: settings.scrapeTimeout)
    let findings = await desk.findings(of: dueInquiries(for: request.wanted), within: allowance)
    let source = PageSource(
      findings: findings, memories: memory.snapshot, settings: settings, now: clock.elapsed(),
      probe: probe?.report)
    let families = Page.families(request.wanted, from: source) + own
    return ExpositionWriter.bytes(of: families, as: request.format)
  }

  private func dueInquiries(for wanted: WantedFamilies) -> [Inquiry] {
    let memories = memory.snapshot
    let now = clock.elapsed()
    return Inquiry.needed(for: wanted, settings: settings).filter {
      $0.isDue(memories, settings: settings, now: now)
    }
  }
}

extension Scraper {
  /// Cancels the calls under way and makes no more: scrapes get at once what is known.
  ///
  /// For a server that is told to end, which must not wait for an API that hangs.
  func endSoon() { desk.endSoon() }
}

extension MetricsSettings {
  /// The settings for reading each thing on disk by itself, so that neither waits for the other.
  fileprivate var onlyRecordings: MetricsSettings {
    var settings = self
    settings.readsVersion = false
    return settings
  }

  fileprivate var onlyVersion: MetricsSettings {
    var settings = self
    settings.recordings = .none
    return settings
  }
}
