import BBBClient
import NIOCore
import NIOPosix
import Synchronization

/// Connections that are made to see whether they come about.
enum Connecting {
  /// Connects, and closes the connection at once.
  ///
  /// - Returns: why it failed; nil when it came about.
  static func failure(to endpoint: Endpoint) async -> CheckFinding? {
    do {
      let channel = try await channel(to: endpoint) { $0.eventLoop.makeSucceededVoidFuture() }
      channel.close(promise: nil)
      return nil
    } catch let error as NIOConnectionError {
      return finding(error, endpoint)
    } catch {
      return .broken(CallFailure(transport: error).description)
    }
  }

  /// Connects; gives up when the task is cancelled, and closes what comes about after that.
  static func channel(
    to endpoint: Endpoint, _ prepare: @escaping @Sendable (any Channel) -> EventLoopFuture<Void>
  ) async throws -> any Channel {
    let attempt = ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .connectTimeout(.seconds(120))  // the caller's patience ends before
      .channelInitializer(prepare)
      .connect(host: endpoint.host, port: endpoint.port)
    do {
      return try await attempt.value()
    } catch {
      attempt.whenSuccess { $0.close(promise: nil) }
      throw error
    }
  }

  private static func finding(_ error: NIOConnectionError, _ endpoint: Endpoint) -> CheckFinding {
    let attempts = error.connectionErrors
    guard !attempts.isEmpty else { return .unknownHost(endpoint.host) }
    let codes = attempts.compactMap { ($0.error as? IOError)?.errnoCode }
    if codes.contains(Self.connectionRefused) { return .refused(endpoint) }
    let isIPv6 = attempts.allSatisfy { $0.target.protocol == .inet6 }
    let reason = CallFailure(transport: attempts[0].error).description
    return .unreachable(endpoint, onlyIPv6: isIPv6, reason: reason)
  }

  /// ECONNREFUSED of Linux; the number keeps this file free of the C library.
  private static let connectionRefused: Int32 = 111
}

extension EventLoopFuture where Value: Sendable {
  /// The value, or a `CancellationError` as soon as the task is cancelled: futures know nothing of tasks.
  func value() async throws -> Value {
    let promise = eventLoop.makePromise(of: Value.self)
    cascade(to: promise)  // the first of the two to complete it wins
    return try await withTaskCancellationHandler {
      try await promise.futureResult.get()
    } onCancel: {
      promise.fail(CancellationError())
    }
  }
}
