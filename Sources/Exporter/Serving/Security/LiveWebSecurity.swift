import Crypto
import Logging
import Synchronization

/// The web configuration as it stands: read again when its files change, so that certificates and users change without a
/// restart.
///
/// The files are looked at when somebody connects or asks, at most once a second, on a thread that may block. A new file
/// with a mistake in it changes nothing and is warned about.
final class LiveWebSecurity: Sendable {
  private struct Storage {
    var security: WebSecurity
    var digests: [String: SHA256Digest?]
    /// What the last warning was about, so that it comes once.
    var refused: [String: SHA256Digest?] = [:]
    var lastLook: Duration
    var isLooking = false
  }

  /// Changes are seen this late at most.
  private static let interval = Duration.seconds(1)

  private let path: String
  private let files: any FileTree
  private let clock: ScrapeClock
  private let logger: Logger
  private let storage: Mutex<Storage>

  private init(path: String, files: any FileTree, clock: ScrapeClock, logger: Logger, _ storage: Storage) {
    self.path = path
    self.files = files
    self.clock = clock
    self.logger = logger
    self.storage = Mutex(storage)
  }

  /// Reads the file; throws all its mistakes.
  static func open(
    _ path: String, files: any FileTree = LocalFileTree(), clock: ScrapeClock = .continuous, logger: Logger
  ) async throws(WebConfigProblems) -> LiveWebSecurity {
    let outcome = await BlockingWork.run { WebConfigFile.read(path, files: files) }
    guard let outcome, let security = outcome.security else {
      throw WebConfigProblems(outcome?.mistakes ?? [])
    }
    for warning in outcome.warnings { logger.warning("\(warning)") }
    let storage = Storage(security: security, digests: outcome.digests, lastLook: clock.elapsed())
    return LiveWebSecurity(path: path, files: files, clock: clock, logger: logger, storage)
  }

  /// What held when the files were last looked at.
  var latest: WebSecurity { storage.withLock { $0.security } }

  /// What holds now; looks at the files first when it is time to.
  func current() async -> WebSecurity {
    let now = clock.elapsed()
    let isDue = storage.withLock { storage in
      // While one looks, the others go on with what is known, so that a file system that hangs holds one request up.
      guard !storage.isLooking, now - storage.lastLook >= Self.interval else { return false }
      storage.isLooking = true
      return true
    }
    if isDue {
      let (path, files) = (path, files)
      take(await BlockingWork.run { WebConfigFile.read(path, files: files) }, at: now)
    }
    return latest
  }

  private func take(_ outcome: WebConfigOutcome?, at now: Duration) {
    let lines: [String] = storage.withLock { storage in
      storage.isLooking = false
      storage.lastLook = now
      guard let outcome, outcome.digests != storage.digests, outcome.digests != storage.refused else {
        return []
      }
      guard let security = outcome.security else {
        storage.refused = outcome.digests
        return outcome.mistakes.map { "\($0); what was read before still holds" }
      }
      guard (security.tls == nil) == (storage.security.tls == nil) else {
        storage.refused = outcome.digests
        return ["\(path): TLS is switched on or off by a restart alone; what was read before still holds"]
      }
      storage.security = security
      storage.digests = outcome.digests
      storage.refused = [:]
      return outcome.warnings + ["\(path): read again, and in force"]
    }
    for line in lines { logger.warning("\(line)") }
  }
}

/// Everything that is wrong with a web configuration file.
struct WebConfigProblems: Error, Sendable, CustomStringConvertible {
  let mistakes: [ConfigurationMistake]

  init(_ mistakes: [ConfigurationMistake]) { self.mistakes = mistakes }

  /// A mistake a line.
  var description: String { mistakes.map(\.description).joined(separator: "\n") }
}
