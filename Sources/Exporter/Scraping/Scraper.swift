public import BBBClient
public import Logging
public import PrometheusText

/// Answers scrapes: makes the calls, or shares those in flight, and writes the page.
public final class Scraper: Sendable {
  private let settings: MetricsSettings
  private let memory: ProcessMemory
  private let desk: FlightDesk

  /// Makes a scraper that has seen nothing yet.
  ///
  /// - Parameters:
  ///   - server: what to measure.
  ///   - settings: what to measure of it.
  ///   - exchange: what carries the calls.
  ///   - files: the file system for what is read from disk.
  ///   - clock: the time.
  ///   - logger: where failures are told.
  public init(
    server: WatchedServer, settings: MetricsSettings, exchange: any HTTPExchange,
    files: any FileTree = LocalFileTree(), clock: ScrapeClock = .continuous, logger: Logger
  ) {
    let client = APIClient(
      base: server.base, secret: server.secret, algorithm: server.algorithm,
      userAgent: "\(ExporterIdentity.name)/\(ExporterIdentity.version)", exchange: exchange)
    self.settings = settings
    memory = ProcessMemory(calls: ScrapeCall.withLatency(for: settings.recordings))
    let work = ScrapeWork(
      reading: AnswerReading(client: client, buckets: settings.roomBuckets),
      calls: ScrapeCall.needed(for: settings.recordings), disk: DiskReader(settings: settings, files: files),
      memory: memory, clock: clock, log: QuietLog(logger, clock: clock))
    desk = FlightDesk(clock: clock) { flight in await work.run(on: flight) }
  }

  /// The page for one scrape; late and partial rather than stuck.
  ///
  /// - Parameters:
  ///   - format: how the page is written.
  ///   - timeoutHeader: when the scraper gives up, in seconds, as it says itself.
  /// - Returns: the bytes of the page.
  public func page(as format: ExpositionFormat, timeoutHeader: String? = nil) async -> [UInt8] {
    let allowance = ScrapeAllowance.allowance(header: timeoutHeader, setting: settings.scrapeTimeout)
    let findings = await desk.findings(within: allowance)
    let source = PageSource(findings: findings, memories: memory.snapshot, settings: settings)
    return ExpositionWriter.bytes(of: Page.families(from: source), as: format)
  }
}
