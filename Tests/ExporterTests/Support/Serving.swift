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

extension Fleet {
  /// Serves on a free port, hands over a way to ask, and ends gracefully.
  func serve(
    enablesReload: Bool = false,
    _ body: (
      @Sendable (_ method: HTTPMethod, _ path: String, _ headers: HTTPHeaders) async throws -> ServedAnswer
    )
      async throws -> Void
  ) async throws {
    let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
    let server = ExporterServer(
      watching: desk, reloader: enablesReload ? reloader : nil, host: "127.0.0.1", port: 0,
      connectionLimit: 100,
      security: nil, logger: log.logger()
    ) { continuation.yield($0) }
    let group = ServiceGroup(services: [server], logger: log.logger(level: .critical))
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask { try await group.run() }
      var iterator = ports.makeAsyncIterator()
      let port = await iterator.next() ?? 0
      do {
        try await body { try await Self.ask($0, "http://127.0.0.1:\(port)\($1)", $2) }
      } catch {
        Issue.record(error)
      }
      await group.triggerGracefulShutdown()
      try await tasks.waitForAll()
    }
  }

  private static func ask(_ method: HTTPMethod, _ url: String, _ headers: HTTPHeaders) async throws
    -> ServedAnswer
  {
    var request = HTTPClientRequest(url: url)
    request.method = method
    request.headers = headers
    let response = try await HTTPClient.shared.execute(request, timeout: .minutes(4))
    let body = try await response.body.collect(upTo: 1 << 20)
    return ServedAnswer(status: response.status.code, headers: response.headers, body: String(buffer: body))
  }
}
