import AsyncHTTPClient
public import BBBAPI
import NIOHTTP1

/// Sends signed requests to one server and hands over answers as they arrive.
///
/// The checksum stands first in the query, as 0.7.1 sends it, so that servers, proxies and recordings of traffic see
/// the same request line from both.
/// - Source: exporter contract §3; facts §1.1.
public struct APIClient: Sendable {
  /// Where the server answers.
  public let base: APIBase
  private let secret: SharedSecret
  private let algorithm: ChecksumAlgorithm
  private let userAgent: String
  private let exchange: any HTTPExchange

  /// Makes a client that has not yet connected to anything.
  ///
  /// - Parameters:
  ///   - base: where the server answers.
  ///   - secret: the shared secret of the server.
  ///   - algorithm: the hash; every version of BBB accepts SHA-1.
  ///   - userAgent: the `User-Agent` header.
  ///   - exchange: what carries the requests.
  public init(
    base: APIBase, secret: SharedSecret, algorithm: ChecksumAlgorithm = .sha1, userAgent: String,
    exchange: any HTTPExchange
  ) {
    self.base = base
    self.secret = secret
    self.algorithm = algorithm
    self.userAgent = userAgent
    self.exchange = exchange
  }

  /// Sends a request and returns as soon as the head of a good answer is there.
  ///
  /// Cancel the task to give up: there is no time limit of its own.
  /// - Throws: why there is no answer to read; a status other than 2xx included.
  public func reply(to request: APIRequest) async throws(CallFailure) -> APIReply {
    let response: HTTPClientResponse
    do {
      response = try await exchange.execute(signed(request))
    } catch {
      throw CallFailure(transport: error)
    }
    if let failure = CallFailure(status: response.status.code) { throw failure }
    return APIReply(response)
  }

  /// The request line for logs, with the query's checksum redacted.
  public func redactedURL(of request: APIRequest) -> String {
    Redaction.redacted(url(of: request))
  }

  private func url(of request: APIRequest) -> String {
    let query = SignedQuery.signed(
      call: request.call.rawValue, parameters: request.parameters, secret: secret,
      algorithm: algorithm, checksumFirst: true)
    return base.url(of: request.call.rawValue, query: query)
  }

  private func signed(_ request: APIRequest) -> HTTPClientRequest {
    var message = HTTPClientRequest(url: url(of: request))
    message.headers.add(name: "User-Agent", value: userAgent)
    message.headers.add(name: "Accept", value: "text/xml, application/xml;q=0.9, */*;q=0.1")
    return message
  }
}
