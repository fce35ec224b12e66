import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// The server that a proxy asks in another's place.
struct Upstream: Sendable {
  /// Scheme, host and port.
  let url: String

  /// More than any page or list has: 64 MiB.
  private static let largestBody = 64 << 20
  /// Who waits less gives up by itself.
  private static let patience = TimeAmount.minutes(10)

  /// Asks for what was asked for, on a connection of its own.
  func answer(to request: WireRequest) async throws -> HTTPAnswer {
    var passedOn = HTTPClientRequest(url: url + request.uri)
    passedOn.method = request.method
    passedOn.headers = request.headers
    for name in ["Host", "Connection", "Content-Length", "Transfer-Encoding"] {
      passedOn.headers.remove(name: name)
    }
    passedOn.headers.add(name: "Connection", value: "close")
    let response = try await Scraper.client.execute(passedOn, timeout: Self.patience)
    let body = try await response.body.collect(upTo: Self.largestBody)
    return HTTPAnswer(
      status: Int(response.status.code), headers: response.headers, body: Array(body.readableBytesView))
  }
}
