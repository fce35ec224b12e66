import Logging
import Synchronization

/// A log that does not repeat itself: the same warning comes at most once a minute.
///
/// Nothing that is logged here may hold a secret, a checksum or the name of a person; those who call it build their
/// texts from types that have none.
final class QuietLog: Sendable {
  private static let silence = Duration.seconds(60)
  /// The most texts remembered; failures quote servers, which may say something else each time.
  private static let capacity = 1000

  private let logger: Logger
  private let clock: ScrapeClock
  private let lastTimes = Mutex<[String: Duration]>([:])

  init(_ logger: Logger, clock: ScrapeClock) {
    self.logger = logger
    self.clock = clock
  }

  func debug(_ text: @autoclosure () -> String) {
    logger.debug("\(text())")
  }

  /// Logs a warning, unless the same came within the last minute.
  func warning(_ text: String) {
    if isDue(text, again: Self.silence) { logger.warning("\(text)") }
  }

  /// Logs a warning, unless the same came ever before.
  func warningOnce(_ text: String) {
    if isDue(text, again: nil) { logger.warning("\(text)") }
  }

  private func isDue(_ text: String, again silence: Duration?) -> Bool {
    let now = clock.elapsed()
    return lastTimes.withLock { times in
      if let last = times[text] {
        guard let silence, now - last >= silence else { return false }
      }
      if times.count >= Self.capacity { times = times.filter { now - $0.value < Self.silence } }
      if times.count < Self.capacity { times[text] = now }
      return true
    }
  }
}
