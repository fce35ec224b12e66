import AsyncHTTPClient
import BBBAPI
import Determinism
import Glibc
import NIOCore
import NIOHTTP1
import NIOPosix

/// An answer of the exporter, complete.
struct ScrapeAnswer: Sendable, Equatable {
  var status: Int
  var contentType: String?
  var body: [UInt8]
  /// Every header, in order.
  var headers: [Metadatum] = []
  /// From the request to the last byte.
  var duration: Duration
}

/// Asks an exporter as Prometheus does.
struct Scraper: Sendable {
  let port: Int

  /// More than any page has: 64 MiB.
  private static let largestPage = 64 << 20

  /// The client's own limit ends with the head of an answer, and ``answer(to:limit:)`` has the last word.
  private static let beyondAnyLimit = TimeAmount.minutes(10)

  /// One client for all cases; it lives as long as the command.
  static let client = {
    var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
    // A connection that is refused is news about the exporter, not a thing to try again.
    configuration.connectionPool.retryConnectionEstablishment = false
    configuration.timeout.connect = .seconds(5)
    // As many at once as a case wants; by itself it keeps to eight.
    configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 64
    return HTTPClient(
      eventLoopGroupProvider: .shared(.singletonMultiThreadedEventLoopGroup), configuration: configuration)
  }()

  /// Why there was no answer, in words.
  static func reason(_ error: any Error, limit: Duration) -> String {
    switch error {
    case is Late: "none within \(limit.scenarioText)"
    case let error as HTTPClientError where error == .remoteConnectionClosed:
      "the connection was closed before the answer was complete"
    case is NIOConnectionError: "nobody listens on the port"
    case let error as IOError where error.errnoCode == ECONNREFUSED: "nobody listens on the port"
    case let error as IOError where error.errnoCode == ECONNRESET: "the connection was reset"
    default: "\(error)"
    }
  }

  /// The answer did not come in time, or not to its end.
  private struct Late: Error {}

  /// Asks and waits for the whole answer, at most for `limit`.
  func answer(to plan: ScrapePlan, limit: Duration) async throws -> ScrapeAnswer {
    try await withThrowingTaskGroup(of: ScrapeAnswer.self) { group in
      defer { group.cancelAll() }
      group.addTask { try await answer(to: plan) }
      group.addTask {
        try await Task.sleep(for: limit)
        throw Late()
      }
      guard let first = try await group.next() else { throw Late() }
      return first
    }
  }

  private func answer(to plan: ScrapePlan) async throws -> ScrapeAnswer {
    var request = HTTPClientRequest(url: "http://\(LoopbackPort.host):\(port)\(plan.path)")
    request.headers.add(name: "User-Agent", value: "bbb-conformance")
    // Each scrape on a connection of its own: no answer is ever lost to a connection that was just being
    // closed.
    request.headers.add(name: "Connection", value: "close")
    if let accept = plan.accept { request.headers.add(name: "Accept", value: accept) }
    for header in plan.headers { request.headers.add(name: header.key, value: header.value) }
    let start = ContinuousClock.now
    let response = try await Self.client.execute(request, timeout: Self.beyondAnyLimit)
    let body = try await response.body.collect(upTo: Self.largestPage)
    return ScrapeAnswer(
      status: Int(response.status.code), contentType: response.headers.first(name: "Content-Type"),
      body: Array(body.readableBytesView),
      headers: response.headers.map { Metadatum($0.name, $0.value) }, duration: start.duration(to: .now))
  }
}
