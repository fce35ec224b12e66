import NIOCore
import NIOPosix

/// A lane as other threads may hold it.
struct LaneHandle: Sendable {
  private let loop: any EventLoop
  private let lane: NIOLoopBound<Lane>

  /// Makes a lane and connects it.
  static func open(
    on loop: any EventLoop, target: LaneTarget, _ dispatcher: Dispatcher, _ connections: Int
  ) async throws -> LaneHandle {
    let handle = try await loop.submit {
      let lane = Lane(on: loop, target: target, dispatcher: dispatcher, connections: connections)
      return LaneHandle(loop: loop, lane: NIOLoopBound(lane, eventLoop: loop))
    }.get()
    do {
      try await loop.flatSubmit { handle.lane.value.warmUp() }.get()
    } catch {
      // Its promise must be kept before it goes.
      handle.stop()
      throw error
    }
    return handle
  }

  /// Runs the lane's share of the plan to its end.
  func run(from start: NIODeadline) async -> RunRecord {
    do {
      return try await loop.flatSubmit { lane.value.begin(at: start) }.get()
    } catch {
      preconditionFailure("a lane's promise is never failed: \(error)")
    }
  }

  /// What was measured so far.
  var record: RunRecord {
    get async {
      do {
        return try await loop.submit { lane.value.record }.get()
      } catch {
        preconditionFailure("reading a record doesn't throw: \(error)")
      }
    }
  }

  /// Stops the lane at once.
  func stop() { loop.execute { lane.value.stop() } }
}

/// What an error of connecting means, in words.
enum ConnectionTrouble {
  static func text(of error: any Error) -> String {
    switch error {
    case let error as NIOConnectionError:
      error.connectionErrors.first.map { text(of: $0.error) } ?? "the host name has no address"
    case let error as IOError where error.errnoCode == ECONNREFUSED: "connection refused"
    case let error as ChannelError where error.isConnectTimeout: "no connection in time"
    default: "\(error)"
    }
  }
}

extension ChannelError {
  fileprivate var isConnectTimeout: Bool {
    if case .connectTimeout = self { return true }
    return false
  }
}
