import AsyncHTTPClient
import BBBClient

/// Nobody listens.
struct RefusingExchange: HTTPExchange {
  func execute(_ request: HTTPClientRequest) async throws -> HTTPClientResponse { throw CallFailure.refused }
}

/// Somebody listens and never answers; ends when it is cancelled.
struct SilentExchange: HTTPExchange {
  func execute(_ request: HTTPClientRequest) async throws -> HTTPClientResponse {
    for await _ in AsyncStream<Never>.makeStream().stream {}
    throw CancellationError()
  }
}
