import BBBClient
import Logging

/// Reads the configuration again when it is told to; a bad one changes nothing.
actor Reloader {
  private let environment: [String: String]
  private let desk: WatchDesk
  private let maker: WatchMaker
  private let logger: Logger
  private var last: Task<[String], Never>?
  /// How long the files may take: a network volume whose server is gone never answers.
  private static let patience = Duration.seconds(30)

  /// - Parameters:
  ///   - environment: the variables of the process, which stay what they were at its start.
  ///   - desk: where the outcome goes.
  ///   - maker: what makes watches of it.
  ///   - logger: where each reload is told of.
  init(
    environment: [String: String], desk: WatchDesk, maker: WatchMaker, logger: Logger
  ) {
    self.environment = environment
    self.desk = desk
    self.maker = maker
    self.logger = logger
  }

  /// Reloads, after any reload that is under way: that one may have read a file before it was changed.
  ///
  /// - Returns: the mistakes, a line each; none when it went well.
  func reload() async -> [String] {
    let former = last
    // Nobody's child, since the next reload waits for it, whoever asked for this one.
    let task = Task {
      _ = await former?.value
      return await perform()
    }
    last = task
    return await task.value
  }

  private func perform() async -> [String] {
    let (environment, files) = (environment, WatchedFileTree(maker.files))
    let read = await BlockingWork.run(within: Self.patience, clock: maker.clock) {
      Configuration.read(environment: environment, files: files)
    }
    guard let outcome = read else {
      return refuse(["no answer from the file system, last asked for \(files.lastPath.singleLine)"])
    }
    for warning in outcome.warnings { logger.warning("reload: \(warning)") }
    guard let configuration = outcome.configuration else { return refuse(outcome.mistakes) }
    do {
      let old = desk.watchlist
      let watchlist = try Watchlist(configuration, after: old, by: maker)
      desk.adopt(watchlist, at: maker.clock.wall())
      logger.info("reloaded; \(watchlist.changes(since: old))")
      return []
    } catch {
      return refuse(["a CA file cannot be used: \(error)"])
    }
  }

  private func refuse(_ mistakes: [String]) -> [String] {
    desk.noteFailedReload()
    for mistake in mistakes { logger.error("reload: \(mistake)") }
    logger.error("reload refused; everything stays as it was")
    return mistakes
  }
}
