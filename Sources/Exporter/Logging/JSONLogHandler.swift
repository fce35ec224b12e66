import FoundationEssentials
import Logging
import Wording

/// Writes a log as one JSON object a line: `time`, `level`, `logger`, `msg`, and what else is known under its own name.
struct JSONLogHandler: LogHandler {
  var logLevel = Logger.Level.info
  var metadata: Logger.Metadata = [:]
  private let label: String
  private let now: @Sendable () -> Date
  private let write: @Sendable (String) -> Void

  init(
    label: String, now: @escaping @Sendable () -> Date = { Date() },
    write: @escaping @Sendable (String) -> Void = StandardError.print
  ) {
    self.label = label
    self.now = now
    self.write = write
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    var fields = [
      ("time", Self.timestamp(now())), ("level", event.level.rawValue), ("logger", label),
      ("msg", "\(event.message)"),
    ]
    let reserved = Set(fields.map(\.0))
    let further = metadata.merging(event.metadata ?? [:]) { $1 }.filter { !reserved.contains($0.key) }
    // Nothing written out depends on hash order.
    fields += further.sorted { $0.key < $1.key }.map { ($0.key, "\($0.value)") }
    write(
      "{" + fields.map { "\(Self.quoted($0.0)):\(Self.quoted($0.1))" }.joined(separator: ",") + "}")
  }

  /// Line separators are escaped too, which some readers of lines stumble over.
  private static func quoted(_ text: String) -> String {
    JSONString.quoted(text) { ("\u{7F}"..<"\u{A0}").contains($0) || ("\u{2028}"..."\u{2029}").contains($0) }
  }

  /// RFC 3339 in UTC, with milliseconds.
  private static func timestamp(_ date: Date) -> String {
    date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
  }
}
