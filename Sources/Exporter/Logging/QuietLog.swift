import Logging
import Synchronization

/// A log that does not repeat itself: a warning about the same comes at most once a minute.
///
/// Nothing that is logged here may hold a secret, a checksum or the name of a person; those who call it build their
/// texts from types that have none.
final class QuietLog: Sendable {
  private static let silence = Duration.seconds(60)
  /// The most topics remembered; texts quote servers, which may say something else each time.
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

  /// Logs a warning, unless one about the same topic came within the last minute.
  ///
  /// - Parameters:
  ///   - text: what is wrong.
  ///   - topic: what it is about; nil when every text is a topic of its own.
  func warning(_ text: String, about topic: String? = nil) {
    if isDue(topic ?? text, again: Self.silence) { logger.warning("\(text)") }
  }

  /// Logs a warning, unless the same came ever before.
  func warningOnce(_ text: String) {
    if isDue(text, again: nil) { logger.warning("\(text)") }
  }

  private func isDue(_ topic: String, again silence: Duration?) -> Bool {
    let now = clock.elapsed()
    return lastTimes.withLock { times in
      if let last = times[topic] {
        guard let silence, now - last >= silence else { return false }
      }
      if times.count >= Self.capacity { times = times.filter { now - $0.value < Self.silence } }
      if times.count < Self.capacity { times[topic] = now }
      return true
    }
  }
}
