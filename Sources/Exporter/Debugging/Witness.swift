import AsyncHTTPClient
import BBBClient
import Logging
import NIOHTTP1
import Synchronization

/// Takes down what one scrape does.
final class Witness: Sendable {
  fileprivate struct Storage {
    var calls: [String] = []
    var lines: [String] = []
  }

  /// A scrape has a handful of calls, and a line for each anomaly.
  private static let limit = 1000

  private let clock: ScrapeClock
  private let start: Duration
  private let storage = Mutex(Storage())

  /// Begins now.
  init(clock: ScrapeClock) {
    self.clock = clock
    start = clock.elapsed()
  }

  /// A line for each call whose head has come, or which never brought one.
  var calls: [String] { storage.withLock { $0.calls } }
  /// The log, with the seconds since the start.
  var lines: [String] { storage.withLock { $0.lines } }

  /// A log that ends here, at every level.
  var logger: Logger {
    var logger = Logger(label: ExporterIdentity.name) { _ in Handler(witness: self) }
    logger.logLevel = .debug
    return logger
  }

  fileprivate func note(call: String) {
    let text = stamped(call)
    storage.withLock { if $0.calls.count < Self.limit { $0.calls.append(text) } }
  }

  fileprivate func note(line: String) {
    let text = stamped(line)
    storage.withLock { if $0.lines.count < Self.limit { $0.lines.append(text) } }
  }

  private func stamped(_ text: String) -> String { "  \((clock.elapsed() - start).toMilliseconds) \(text)" }

  private struct Handler: LogHandler {
    let witness: Witness
    var logLevel = Logger.Level.debug
    var metadata: Logger.Metadata = [:]

    init(witness: Witness) { self.witness = witness }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
      witness.note(line: "\(event.level) \(event.message)")
    }
  }
}

/// An exchange that tells a witness of each call.
struct WitnessedExchange: HTTPExchange {
  let exchange: any HTTPExchange
  let witness: Witness

  func execute(_ request: HTTPClientRequest) async throws -> HTTPClientResponse {
    let call = "GET \(Redaction.redacted(request.url).singleLine)"
    do {
      let response = try await exchange.execute(request)
      witness.note(call: "\(call): HTTP status \(response.status.code)")
      return response
    } catch {
      // Why is told by the log, where it is put in words for an operator.
      witness.note(call: "\(call): no answer")
      throw error
    }
  }
}
