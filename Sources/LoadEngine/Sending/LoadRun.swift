import NIOCore
import NIOPosix

/// A run of load: a plan, a target, and what bounds it.
public struct LoadRun: Sendable {
  /// When each request is due.
  public let plan: LoadPlan
  /// Where requests go, and which.
  public let target: LoadTarget
  /// What bounds the run besides its plan.
  public let limits: DispatchLimits
  private let seed: UInt64
  private let permission: Permission
  private let userAgent: String

  /// Prepares a run; nothing is sent.
  ///
  /// - Parameters:
  ///   - plan: when each request is due.
  ///   - target: where requests go, and which.
  ///   - limits: what bounds the run besides its plan.
  ///   - seed: fixes which call each request makes.
  ///   - permission: which hosts may be sent to.
  ///   - userAgent: the `User-Agent` header.
  public init(
    plan: LoadPlan, target: LoadTarget, limits: DispatchLimits = DispatchLimits(), seed: UInt64 = 1,
    permission: Permission = Permission(), userAgent: String = "bbb-load"
  ) {
    self.plan = plan
    self.target = target
    self.limits = limits
    self.seed = seed
    self.permission = permission
    self.userAgent = userAgent
  }

  /// Sends the plan and returns when every request has its outcome, or at once when the task is cancelled.
  ///
  /// Connections are tried before the plan's clock starts. `onProgress` is called about once a second.
  /// - Throws: why nothing was sent.
  public func perform(onProgress: @escaping @Sendable (LoadProgress) -> Void = { _ in })
    async throws(LoadError)
    -> LoadResult
  {
    let lanes = try await lanes(to: address())
    let start = NIODeadline.now()
    async let _: Void = tick(lanes, since: start, onProgress)
    let record = await withTaskCancellationHandler {
      await finish(lanes, startingAt: start)
    } onCancel: {
      for lane in lanes { lane.stop() }
    }
    // A run that was cancelled in its last moment, with nothing left to do, is whole.
    let isWhole = record.total.planned == plan.count && record.total.unfinished == 0
    let elapsed =
      isWhole ? max(plan.duration.wholeNanoseconds, record.lastOutcome) : (.now() - start).nanoseconds
    return LoadResult(record: record, elapsed: .nanoseconds(elapsed), wasInterrupted: !isWhole)
  }

  private func address() throws(LoadError) -> SocketAddress {
    let (host, port) = (target.location.host, target.location.port)
    guard permission.covers(host) else { throw .notAllowed(host: host) }
    do {
      return try SocketAddress.makeAddressResolvingHost(host, port: port)
    } catch {
      throw .unreachable(reason: "the host name '\(host)' has no address")
    }
  }

  private func lanes(to address: SocketAddress) async throws(LoadError) -> [LaneHandle] {
    let laneTarget = LaneTarget(
      address: address, connectTimeout: .nanoseconds(limits.timeout.wholeNanoseconds),
      requests: target.calls.map { call in
        let text = call.requestText(authority: target.location.authority, userAgent: userAgent)
        return (ByteBuffer(string: text), call.speaksBBB)
      })
    var lanes: [LaneHandle] = []
    do {
      for (share, loop) in zip(shares, MultiThreadedEventLoopGroup.singleton.makeIterator()) {
        lanes.append(
          try await LaneHandle.open(on: loop, target: laneTarget, share.dispatcher, share.limits.connections))
      }
      return lanes
    } catch {
      for lane in lanes { lane.stop() }
      throw .unreachable(reason: ConnectionTrouble.text(of: error))
    }
  }

  /// The plan and the connections, divided among as many event loops as the rate needs and the machine has.
  private var shares: [(dispatcher: Dispatcher, limits: DispatchLimits)] {
    let wanted = max(1, Int((plan.curve.peakRate / Self.ratePerLane).rounded(.up)))
    let total = min(wanted, limits.connections, System.coreCount)
    let choice = CallChoice(weights: target.calls.map(\.weight), seed: seed)
    return (0..<total).map { position in
      var limits = limits
      limits.connections = (limits.connections - position + total - 1) / total
      let plan = plan.shard(Shard(position: position, of: total))
      return (Dispatcher(plan: plan, choice: choice, callCount: target.calls.count, limits: limits), limits)
    }
  }

  /// Requests a second that one event loop sends with ease; below, one loop shares its connections best.
  private static let ratePerLane = 20_000.0

  private func finish(_ lanes: [LaneHandle], startingAt start: NIODeadline) async -> RunRecord {
    await withTaskGroup(of: RunRecord.self) { group in
      for lane in lanes { group.addTask { await lane.run(from: start) } }
      return await group.reduce(into: RunRecord(callCount: target.calls.count)) { $0.add($1) }
    }
  }

  private func tick(
    _ lanes: [LaneHandle], since start: NIODeadline, _ report: @Sendable (LoadProgress) -> Void
  ) async {
    // Sleeping throws when the run is over, and that is the end of the ticking.
    while (try? await Task.sleep(for: .seconds(1))) != nil {
      var record = RunRecord(callCount: target.calls.count)
      for lane in lanes { record.add(await lane.record) }
      report(LoadProgress(record: record, elapsed: .nanoseconds((NIODeadline.now() - start).nanoseconds)))
    }
  }
}

/// What a run brought; ``LoadReport`` makes numbers for people of it.
public struct LoadResult: Sendable, Equatable {
  let record: RunRecord
  /// From the start to the end of the plan or the last outcome, whichever is later, or to the interruption.
  public let elapsed: Duration
  /// Whether the run was stopped before its end.
  public let wasInterrupted: Bool
}

/// Why nothing was sent.
public enum LoadError: Error, Sendable, Equatable {
  /// The host is neither this machine nor named a second time.
  case notAllowed(host: String)
  /// No connection came about.
  case unreachable(reason: String)
}

extension LoadError: CustomStringConvertible {
  /// What is wrong and what would mend it, in a line.
  public var description: String {
    switch self {
    case .notAllowed(let host):
      "\(host) is not this machine; if load may go there, say so with --allow \(host)"
    case .unreachable(let reason): "the target is unreachable: \(reason)"
    }
  }
}
