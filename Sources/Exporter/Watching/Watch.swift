import BBBClient
import Logging

/// One server under watch, with all that is remembered of it.
struct Watch: Sendable {
  let server: WatchedServer
  let settings: MetricsSettings
  let exchange: SharedExchange
  /// The time of the memories, which mean nothing by any other clock.
  let clock: ScrapeClock
  let scraper: Scraper

  /// Whether the memories of this watch are those of the same server, measured in the same way.
  func remembers(_ server: WatchedServer, _ settings: MetricsSettings) -> Bool {
    self.server.base == server.base && self.settings == settings
  }
}

/// Makes watches, and goes on with those there are.
struct WatchMaker: Sendable {
  let files: any FileTree
  let clock: ScrapeClock
  let logger: Logger

  /// A watch on a server; an earlier one on the same server lives on with its counters, whatever its secret.
  func watch(
    _ server: WatchedServer, _ settings: MetricsSettings, through shelf: inout ExchangeShelf,
    after old: Watch?,
    called name: String? = nil
  ) throws(TLSTrustError) -> Watch {
    let exchange = try shelf.exchange(for: server.trust)
    let old = old.flatMap { $0.remembers(server, settings) ? $0 : nil }
    if let old, old.server == server, old.exchange === exchange { return old }
    let scraper = Scraper(
      continuing: old?.scraper, server: server, settings: settings, exchange: exchange, files: files,
      clock: clock,
      logger: logger(for: name))
    return Watch(server: server, settings: settings, exchange: exchange, clock: clock, scraper: scraper)
  }

  /// A log that says which of many servers it speaks of.
  private func logger(for name: String?) -> Logger {
    var logger = logger
    if let name { logger[metadataKey: "target"] = "\(name)" }
    return logger
  }
}
