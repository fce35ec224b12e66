import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Who may use the control API, which can do anything to the worlds.
///
/// Without a token: programs of this machine, and no web page that a browser on it happens to show. With one: whoever
/// brings it, from anywhere, and nobody else.
public struct ControlAccess: Sendable {
  /// What callers must bring as `Authorization: Bearer …`; kept as its hash.
  private let tokenHash: SHA256Digest?
  /// Whether everybody may use Moodle's backoffice, which has no way to bring a token.
  public var opensBackoffice = false

  /// This machine only.
  public static let loopback = ControlAccess(tokenHash: nil)

  private init(tokenHash: SHA256Digest?) { self.tokenHash = tokenHash }

  /// Whoever brings the token; it has at least one character.
  public static func token(_ token: String) -> ControlAccess {
    ControlAccess(tokenHash: SHA256.hash(data: Data(token.utf8)))
  }

  /// Throws why this caller may not.
  func check(_ request: Request, from address: SocketAddress?) throws(ControlError) {
    guard let tokenHash else { return try checkLoopback(request, from: address) }
    let words = (request.headers[.authorization] ?? "").split(separator: " ", maxSplits: 1)
    guard words.count == 2, words[0].lowercased() == "bearer" else { throw .unauthorized }
    // Digests compare in constant time, and tell nothing of the token's length.
    guard SHA256.hash(data: Data(words[1].utf8)) == tokenHash else { throw .unauthorized }
  }

  /// Throws why this caller may not use the backoffice: this machine may, and whoever brings the token.
  func checkBackoffice(_ request: Request, from address: SocketAddress?) throws(ControlError) {
    if opensBackoffice { return }
    do {
      if tokenHash != nil { return try check(request, from: address) }
    } catch {
      // Without the token a caller may still be on this machine.
    }
    do {
      try checkLoopback(request, from: address)
    } catch {
      throw .backofficeClosed
    }
  }

  private func checkLoopback(_ request: Request, from address: SocketAddress?) throws(ControlError) {
    guard Self.isLoopback(address) else { throw .notLoopback }
    // A page of another site may send its visitors' browsers here, or give its own name this address.
    let host = request.head.authority ?? ""
    guard Self.isLocalName(host) else { throw .foreignHost(host) }
    if let origin = request.headers[.origin], !Self.isOrigin(origin, of: host) { throw .foreignOrigin }
  }

  private static func isLoopback(_ address: SocketAddress?) -> Bool {
    guard let ip = address?.ipAddress else { return false }
    return ip.hasPrefix("127.") || ip == "::1" || ip.hasPrefix("::ffff:127.")
  }

  /// Whether no public name server answers for a host: an IP address, a name without a dot, or one below a domain
  /// that RFC 6761, RFC 6762 and ICANN have set aside.
  private static func isLocalName(_ authority: String) -> Bool {
    if authority.hasPrefix("[") || authority.isEmpty { return true }
    let host = authority.prefix { $0 != ":" }.lowercased()
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count > 1, let last = labels.last else { return true }
    if labels.count == 4, labels.allSatisfy({ UInt8($0) != nil }) { return true }
    return ["localhost", "test", "local", "internal"].contains(last)
  }

  private static func isOrigin(_ origin: String, of host: String) -> Bool {
    ["http://", "https://"].contains { $0 + host.lowercased() == origin.lowercased() }
  }
}

/// Lets through whom the access allows.
struct Gatekeeping: RouterMiddleware {
  typealias Context = ControlContext
  let access: ControlAccess
  var isBackoffice = false

  @concurrent
  func handle(
    _ request: Request, context: ControlContext,
    next: @concurrent (Request, ControlContext) async throws -> Response
  ) async throws -> Response {
    if isBackoffice {
      try access.checkBackoffice(request, from: context.remoteAddress)
    } else {
      try access.check(request, from: context.remoteAddress)
    }
    return try await next(request, context)
  }
}

/// Refusals are JSON, whoever refuses.
struct ErrorsAsJSON: RouterMiddleware {
  typealias Context = ControlContext

  @concurrent
  func handle(
    _ request: Request, context: ControlContext,
    next: @concurrent (Request, ControlContext) async throws -> Response
  ) async throws -> Response {
    do throws(any Error) {
      return try await next(request, context)
    } catch let error as ControlError {
      return try error.response
    } catch is NIOTooManyBytesError {
      return try ControlError.bodyTooLarge.response
    } catch let error as HTTPError where error.status == .notFound {
      let methods = ControlOperation.methods(at: request.uri.path)
      guard methods.contains(where: { $0 != request.method }) else {
        return try ControlError.noSuchPath.response
      }
      var response = try ControlError.wrongMethod(allowed: methods.map(\.rawValue)).response
      response.headers[.allow] = methods.map(\.rawValue).joined(separator: ", ")
      return response
    }
  }
}

extension ControlOperation {
  /// The methods that are known at a path of the control API, of the root or of a server; none for any other path.
  fileprivate static func methods(at path: String) -> [HTTPRequest.Method] {
    let parts = path.split(separator: "/").map(String.init)
    guard let start = parts.firstIndex(of: "_sim"), start <= 1 else { return [] }
    return all.filter { operation in
      let wanted = operation.path.split(separator: "/")
      return (start == 0 || !operation.isOfFleet) && wanted.count == parts.count - start - 1
        && zip(wanted, parts[(start + 1)...]).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
    }
    .map(\.method)
  }
}

extension ControlError {
  fileprivate var response: Response {
    get throws {
      var response = try Response.json(self, status: .init(code: status))
      if status == 401 { response.headers[.wwwAuthenticate] = "Bearer realm=\"bbb-sim control\"" }
      return response
    }
  }

  static let unauthorized = ControlError(
    status: 401, error: "the control API wants the token of --control-token-file",
    fix: "send Authorization: Bearer TOKEN")

  static func foreignHost(_ host: String) -> ControlError {
    ControlError(
      status: 403, error: "the control API does not answer to the public name '\(host.printable)'",
      fix: "call it as 127.0.0.1 or localhost, or start bbb-sim with --control-token-file")
  }

  static let backofficeClosed = ControlError(
    status: 403, error: "the backoffice answers programs on this machine, and callers with the token",
    fix:
      "call it through 127.0.0.1, send Authorization: Bearer TOKEN of --control-token-file, or start bbb-sim with --open-backoffice"
  )

  static let foreignOrigin = ControlError(
    status: 403, error: "the control API does not answer web pages of other origins",
    fix: "call it from a program, or start bbb-sim with --control-token-file")
}
