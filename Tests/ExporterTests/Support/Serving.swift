import AsyncHTTPClient
import Logging
import NIOCore
import NIOHTTP1
import ServiceLifecycle
import Testing

@testable import Exporter

/// An answer of the exporter's own port.
struct ServedAnswer: Sendable {
  let status: UInt
  let headers: HTTPHeaders
  let body: String
}

extension ServedAnswer {
  /// Asks, and waits for the whole answer.
  static func to(_ method: HTTPMethod, _ url: String, _ headers: HTTPHeaders) async throws -> ServedAnswer {
    var request = HTTPClientRequest(url: url)
    request.method = method
    request.headers = headers
    let response = try await HTTPClient.shared.execute(request, timeout: .minutes(4))
    let body = try await response.body.collect(upTo: 1 << 20)
    return ServedAnswer(status: response.status.code, headers: response.headers, body: String(buffer: body))
  }
}

/// A way to ask the server of a test.
typealias Asking =
  @Sendable (_ method: HTTPMethod, _ path: String, _ headers: HTTPHeaders) async throws ->
  ServedAnswer

/// Lets a server run on a free port while a test lasts, and end gracefully.
func withServing(
  _ log: CapturedLog, _ server: (@escaping @Sendable (Int) async -> Void) -> ExporterServer,
  _ body: (_ port: Int, _ group: ServiceGroup) async throws -> Void
) async throws {
  let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
  let services = [server { continuation.yield($0) }]
  let group = ServiceGroup(services: services, logger: log.logger(level: .critical))
  try await withThrowingTaskGroup(of: Void.self) { tasks in
    tasks.addTask { try await group.run() }
    var iterator = ports.makeAsyncIterator()
    let port = await iterator.next() ?? 0
    do {
      try await body(port, group)
    } catch {
      Issue.record(error)
    }
    await group.triggerGracefulShutdown()
    try await tasks.waitForAll()
  }
}

extension Fleet {
  /// Serves everything under watch, and hands over a way to ask.
  func serve(enablesReload: Bool = false, _ body: (Asking) async throws -> Void) async throws {
    try await withServing(log) { onRunning in
      ExporterServer(
        watching: desk, reloader: enablesReload ? reloader : nil, host: "127.0.0.1", port: 0,
        connectionLimit: 100, security: nil, logger: log.logger(), onRunning: onRunning)
    } _: { port, _ in
      try await body { try await .to($0, "http://127.0.0.1:\(port)\($1)", $2) }
    }
  }
}
