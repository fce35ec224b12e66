import BBBClient
import Logging
import ServiceLifecycle
import UnixSignals

/// The exporter as a process runs it: watches, a server, and signals that reload and end it.
struct ExporterService {
  let configuration: Configuration
  let environment: [String: String]
  let security: LiveWebSecurity?
  let enablesReload: Bool
  let signals: UnixSignalsSequence
  let logger: Logger

  /// Serves until SIGTERM or SIGINT.
  ///
  /// - Throws: ``ListeningError``, and ``TLSTrustError`` when a CA file was replaced by a bad one this very moment.
  func run() async throws {
    let maker = WatchMaker(files: LocalFileTree(), clock: .continuous, logger: logger)
    let desk = WatchDesk(
      try Watchlist(configuration, after: nil, by: maker),
      reload: ReloadState(isGood: true, lastGood: maker.clock.wall()),
      process: OwnProcess(started: maker.clock.wall()))
    let reloader = Reloader(environment: environment, desk: desk, maker: maker, logger: logger)
    let group = group(desk, enablesReload ? reloader : nil)
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask { try await group.run() }
      tasks.addTask { await attend(to: group, desk, reloader) }
      // The server is never cancelled, only asked to end; signals are attended to until it has.
      try await tasks.next()
      tasks.cancelAll()
    }
    logger.info("ended")
  }

  private func group(_ desk: WatchDesk, _ reloader: Reloader?) -> ServiceGroup {
    let serving = configuration.settings.serving
    let service = ExporterServer(
      watching: desk, reloader: reloader, host: serving.bindIP, port: serving.port,
      connectionLimit: connectionLimit(), security: security, logger: logger
    ) { port in
      logger.info(
        "\(ExporterIdentity.name) \(ExporterIdentity.version) watches \(configuration.watched), listens on \(serving.bindIP) port \(port)"
      )
    }
    // Services end in reverse: the probe first, since the server may wait for those who read slowly.
    let services: [any Service] = [service] + (probing(desk).map { [$0] } ?? [])
    return ServiceGroup(
      configuration: ServiceGroupConfiguration(services: services, logger: logger.withoutRoutine))
  }

  /// The synthetic probes of whatever is under watch; nil when they are off.
  private func probing(_ desk: WatchDesk) -> ProbeService? {
    guard let interval = configuration.settings.metrics.syntheticProbe else { return nil }
    let prefix = ProbeMeeting.prefix(
      instance: "\(ProcessFacts.hostName):\(configuration.settings.serving.port)")
    let log = QuietLog(logger, clock: .continuous)
    return ProbeService(interval: interval, clock: .continuous) {
      desk.watchlist.all.compactMap { SyntheticProbe($0, prefix: prefix, clock: .continuous, log: log) }
    }
  }

  private func connectionLimit() -> Int {
    let wanted = configuration.settings.serving.connectionLimit
    let connections = OpenFiles.connections(wanted: wanted, limit: OpenFiles.raiseLimit())
    if connections < wanted {
      logger.warning("MAX_CONNECTIONS: \(connections), as many as the limit of open files (ulimit -n) allows")
    }
    return connections
  }

  /// Does what signals say until the task is cancelled.
  private func attend(to group: ServiceGroup, _ desk: WatchDesk, _ reloader: Reloader) async {
    var isEnding = false
    await withTaskGroup(of: Void.self) { tasks in
      for await signal in signals {
        if signal == .sighup {
          // Beside the loop, so that the process can be ended while files are read.
          if !isEnding { tasks.addTask { _ = await reloader.reload() } }
        } else if isEnding {
          end("ended by a second signal, with connections open")
        } else {
          isEnding = true
          tasks.addTask { await endGracefully(group, desk) }
        }
      }
      tasks.cancelAll()
    }
  }

  /// Gives every scrape under way the page that can be had now, and whoever reads slowly a few seconds more.
  private func endGracefully(_ group: ServiceGroup, _ desk: WatchDesk) async {
    logger.info("ending; scrapes under way get what is known")
    desk.endSoon()
    await group.triggerGracefulShutdown()
    // A client that sends half a request must not keep the process alive, and a container is killed after ten seconds.
    // An error is a cancellation: the server has ended.
    guard (try? await ContinuousClock().sleep(for: .seconds(8))) != nil else { return }
    end("ended after 8 seconds, with connections open")
  }

  private func end(_ reason: String) -> Never {
    logger.warning("\(reason)")
    ProcessFacts.endNow()
  }
}

extension Configuration {
  /// What is watched, for the log.
  fileprivate var watched: String {
    let single = settings.server.map { [$0.base.text] } ?? []
    let many = settings.targetsFile == nil ? [] : ["\(targets.count) target\(targets.count == 1 ? "" : "s")"]
    return (single + many).joined(separator: " and ")
  }
}
