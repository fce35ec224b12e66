import BBBClient
import NIOCore
import PrometheusText
import TestSupport
import Testing

@testable import Exporter

/// When the manual clock starts, in seconds since the epoch: an hour after the first of the canned meetings.
let startOfTests = 1_772_442_000.0

/// A scraper over real connections to a fake server, with a clock that stands still.
struct Bench: Sendable {
  let fake: FakeBBB
  let clock: ManualClock
  let log: CapturedLog
  let scraper: Scraper
  let settings: ExporterSettings

  /// Scrapes and reads the page back.
  func samples(timeoutHeader: String? = nil, named names: [String] = []) async throws -> SampleIndex {
    let wanted = names.isEmpty ? WantedFamilies.all : .named(Set(names))
    let request = ScrapeRequest(as: .text, timeoutHeader: timeoutHeader, wanted: wanted)
    return SampleIndex(try ExpositionParser.parse(await scraper.page(for: request), as: .text))
  }
}

/// Runs a test against a scraper whose server answers the canned meetings and no recordings.
func withBench(
  _ environment: [String: String] = [:], files: any FileTree = LocalFileTree(),
  _ body: (Bench) async throws -> Void
) async throws {
  let fake = FakeBBB()
  fake.reply(to: "/getMeetings", .answer(body: try golden.text("getMeetings.xml")))
  fake.reply(to: "/getRecordings", .noRecordings)
  let channel = try await fake.start()
  let exchange = try LiveExchange(trust: .system)
  do {
    try await body(try bench(fake, port: channel.localAddress?.port ?? 0, environment, files, exchange))
  } catch {
    try await exchange.shutdown()
    try await channel.close()
    throw error
  }
  try await exchange.shutdown()
  try await channel.close()
}

private func bench(
  _ fake: FakeBBB, port: Int, _ environment: [String: String], _ files: any FileTree, _ exchange: LiveExchange
) throws -> Bench {
  let basics = ["API_BASE_URL": "http://127.0.0.1:\(port)/bigbluebutton", "API_SECRET": "demo-secret"]
  let outcome = SettingsReader.read(environment: basics.merging(environment) { $1 }, files: files)
  let settings = try #require(outcome.settings, "\(outcome.mistakes)")
  let clock = ManualClock()
  let log = CapturedLog()
  let scraper = Scraper(
    server: try #require(settings.server), settings: settings.metrics, exchange: exchange, files: files,
    clock: ScrapeClock(clock, wall: { startOfTests + clock.now.offset.inSeconds }), logger: log.logger())
  return Bench(fake: fake, clock: clock, log: log, scraper: scraper, settings: settings)
}
