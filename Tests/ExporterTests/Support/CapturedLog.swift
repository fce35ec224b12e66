import Logging
import Synchronization

/// A log that a test can read.
final class CapturedLog: Sendable {
  private let entries = Mutex<[String]>([])

  /// All entries, `level: text`, in order.
  var lines: [String] { entries.withLock { $0 } }

  /// Entries of level warning, without the level.
  var warnings: [String] {
    lines.filter { $0.hasPrefix("warning: ") }.map { String($0.dropFirst("warning: ".count)) }
  }

  func logger(level: Logger.Level = .trace) -> Logger {
    var logger = Logger(label: "test") { _ in Handler(log: self) }
    logger.logLevel = level
    return logger
  }

  fileprivate func append(_ line: String) { entries.withLock { $0.append(line) } }

  private struct Handler: LogHandler {
    let log: CapturedLog
    var logLevel = Logger.Level.trace
    var metadata: Logger.Metadata = [:]

    init(log: CapturedLog) { self.log = log }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
      let extra = (event.metadata ?? [:]).merging(metadata) { first, _ in first }
      log.append("\(event.level): \(event.message)\(extra.isEmpty ? "" : " \(extra)")")
    }
  }
}
