public import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// An answer whose head has come; the body is read chunk by chunk and is kept nowhere.
public struct APIReply: Sendable {
  /// The `Content-Type` as sent; nil when there is none.
  public let contentType: String?
  /// The server's own time (`Date`) in seconds since the epoch; nil when it does not say, or not in the form of HTTP/1.1.
  public let date: Int?
  private let body: HTTPClientResponse.Body

  /// Wraps what the exchange returned.
  public init(_ response: HTTPClientResponse) {
    contentType = response.headers.first(name: "Content-Type")
    date = response.headers.first(name: "Date").flatMap(HTTPDate.secondsSinceEpoch)
    body = response.body
  }

  /// Hands over the body in pieces of any size as they arrive; works once.
  ///
  /// The server is held back while `take` is busy. An error of `take` ends the connection.
  /// - Throws: what `take` throws, and why the body ended too early.
  public func forEachChunk(_ take: (RawSpan) throws(CallFailure) -> Void) async throws(CallFailure) {
    do {
      for try await chunk in body {
        try take(chunk.readableBytesSpan)
      }
      // A cancelled body may simply end, which must not pass for a whole answer.
      try Task.checkCancellation()
    } catch {
      throw CallFailure(transport: error)
    }
  }

  /// Whether the server says that the body is a web page.
  public var isDeclaredHTML: Bool {
    contentType?.lowercased().hasPrefix("text/html") ?? false
  }
}
