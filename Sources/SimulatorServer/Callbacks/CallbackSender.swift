import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1

/// Sends callbacks over HTTP.
struct CallbackSender: Sendable {
  let client: HTTPClient
  let policy: CallbackPolicy

  /// Both applications of BBB wait as long (facts §2.19).
  private static let timeout = TimeAmount.seconds(5)
  private static let mostRedirects = 10

  /// A client that follows nothing by itself, since where a redirect leads is looked at first.
  static func makeClient() -> HTTPClient {
    var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
    configuration.httpVersion = .http1Only
    configuration.timeout = .init(connect: timeout)
    configuration.connectionPool.retryConnectionEstablishment = false
    return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
  }

  /// Sends a callback, and goes where it is sent on to; what a receiver answers beyond the status is not read.
  func send(_ callback: Callback) async -> CallbackOutcome {
    var request = HTTPClientRequest(url: callback.url)
    request.method = HTTPMethod(rawValue: callback.method)
    for header in callback.headers { request.headers.add(name: header.name, value: header.value) }
    request.headers.add(name: "User-Agent", value: "bbb-sim")
    if !callback.body.isEmpty { request.body = .bytes(ByteBuffer(string: callback.body)) }
    for _ in 0...Self.mostRedirects {
      if let refusal = policy.refusal(of: request.url) { return .refused(refusal) }
      do {
        let response = try await client.execute(request, timeout: Self.timeout)
        let status = Int(response.status.code)
        guard [301, 302, 303, 307, 308].contains(status), let next = response.headers.first(name: "Location"),
          let url = URL(string: next, relativeTo: URL(string: request.url))?.absoluteString
        else { return .status(status) }
        request.follow(to: url, status: status)
      } catch {
        return .failed(Self.word(for: error))
      }
    }
    return .failed("more than \(Self.mostRedirects) redirects")
  }

  /// Not the error's own words, which may hold the URL.
  private static func word(for error: any Error) -> String {
    switch error as? HTTPClientError {
    case .connectTimeout?, .deadlineExceeded?, .readTimeout?: "no answer within 5 s"
    case nil: "no connection"
    default: "no answer that is HTTP"
    }
  }
}

extension HTTPClientRequest {
  /// 301 to 303 make a GET of a POST, as browsers and node-fetch do; nothing secret goes to another place.
  fileprivate mutating func follow(to url: String, status: Int) {
    self.url = url
    headers.remove(name: "Authorization")
    guard status < 304, method == .POST else { return }
    method = .GET
    body = nil
    headers.remove(name: "Content-Type")
  }
}
