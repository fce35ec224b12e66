import Logging
import Synchronization

/// Passes a log on while somebody takes it, and loses lines rather than wait.
///
/// Standard error may be a pipe or a socket that nobody reads any more. Whoever writes to it then waits for ever, and soon
/// the whole exporter does, signals included.
struct UnblockedLogHandler: LogHandler {
  private var base: any LogHandler
  private let outlet: LogOutlet

  init(_ base: any LogHandler, outlet: LogOutlet = LogOutlet()) {
    self.base = base
    self.outlet = outlet
  }

  func log(event: LogEvent) { outlet.pass(event, to: base) }

  var logLevel: Logger.Level {
    get { base.logLevel }
    set { base.logLevel = newValue }
  }

  var metadata: Logger.Metadata {
    get { base.metadata }
    set { base.metadata = newValue }
  }

  var metadataProvider: Logger.MetadataProvider? {
    get { base.metadataProvider }
    set { base.metadataProvider = newValue }
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { base[metadataKey: key] }
    set { base[metadataKey: key] = newValue }
  }
}

/// The one way out of all copies of a logger.
final class LogOutlet: Sendable {
  private let takesMore: @Sendable () -> Bool
  private let lost = Mutex(0)

  init(takesMore: @escaping @Sendable () -> Bool = { StandardError.takesMore() }) {
    self.takesMore = takesMore
  }

  /// Hands an event on, and before it the number of those that were lost, if there is room.
  func pass(_ event: LogEvent, to handler: any LogHandler) {
    // Written under the lock, as nothing else is: with others writing at once, nobody could know that there is room.
    lost.withLock { lost in
      if lost > 0, takesMore() {
        handler.log(event: event.saying("lines of this log that were lost, since nobody took them: \(lost)"))
        lost = 0
      }
      // Asked again, since that line may have been the last for which there was room.
      if takesMore() { handler.log(event: event) } else { lost += 1 }
    }
  }
}

extension LogEvent {
  /// A warning from the same place.
  fileprivate func saying(_ text: String) -> LogEvent {
    LogEvent(
      level: .warning, message: "\(text)", metadata: nil, source: source, file: file, function: function,
      line: line)
  }
}
