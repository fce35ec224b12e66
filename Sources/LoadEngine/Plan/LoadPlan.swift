import Determinism

/// When each request of a run is due: a pure value in which every instant can be asked for, in any order.
///
/// Instants are fixed before the first request leaves and depend on no answer: the open model.
public struct LoadPlan: Sendable, Equatable {
  /// How the requests lie on the rate curve.
  public enum Spacing: Sendable, Equatable {
    /// Request n is due when the integral of the rate reaches n; the first at the beginning.
    case even
    /// Independent of one another: a Poisson process of which the total is known, spread by the rate curve.
    case poisson(seed: UInt64)
  }

  /// How many requests a second are wanted, and for how long.
  public let curve: RateCurve
  /// How the requests lie on it.
  public let spacing: Spacing
  /// The part of the whole that this plan is.
  public private(set) var shard: Shard
  /// How many requests the plan has before it is divided.
  public let wholeCount: Int

  /// Plans a whole run.
  public init(_ curve: RateCurve, spacing: Spacing = .even) {
    self.curve = curve
    self.spacing = spacing
    shard = .whole
    // As many as are due before the end, to a millionth of one: 1.1/s for 10 s is 11.000000000000002 in doubles.
    wholeCount = Int((curve.totalCount - 1e-6).rounded(.up))
  }

  /// How many requests this plan has.
  public var count: Int { (wholeCount - shard.position + shard.total - 1) / shard.total }

  /// How long it is from the start to the end of the plan, where no request is due any more.
  public var duration: Duration { curve.duration }

  /// Every n-th request of this plan; all shards of the same total together are the plan.
  public func shard(_ part: Shard) -> LoadPlan {
    var plan = self
    plan.shard = shard.divided(part)
    return plan
  }

  /// The number in the whole plan of this plan's request `n`; what is chosen by chance for it hangs on that.
  public func number(of n: Int) -> Int { shard.position + n * shard.total }

  /// When request `n` is due, from 0 up to ``count``, counted from the start; never falls as `n` rises.
  ///
  /// With Poisson spacing one call costs a walk down a tree; use ``cursor`` for one after the other.
  public func instant(of n: Int) -> Duration {
    var cursor = cursor
    return .nanoseconds(cursor.nanoseconds(of: n))
  }

  /// How many requests are due before a moment.
  public func count(until moment: Duration) -> Int {
    var cursor = cursor
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if .nanoseconds(cursor.nanoseconds(of: middle)) < moment { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Something that reads the plan's instants and is quick when asked for neighbours.
  public var cursor: InstantCursor { InstantCursor(of: self) }
}

/// Reads instants of a plan; the answers are those of ``LoadPlan/instant(of:)`` whatever was asked before.
public struct InstantCursor: Sendable {
  private let plan: LoadPlan
  private let lastNanosecond: Int64
  private var scatter: ScatterTree?

  init(of plan: LoadPlan) {
    self.plan = plan
    lastNanosecond = plan.duration.wholeNanoseconds - 1
    if case .poisson(let seed) = plan.spacing {
      scatter = ScatterTree(count: plan.wholeCount, key: StreamKey(seed: seed).child("arrivals"))
    }
  }

  /// When request `n` of the plan is due, in nanoseconds from the start.
  public mutating func nanoseconds(of n: Int) -> Int64 {
    precondition(n >= 0 && n < plan.count, "request \(n) of a plan of \(plan.count)")
    let seconds = plan.curve.seconds(reaching: due(plan.number(of: n)))
    return min(lastNanosecond, Int64((seconds * 1e9).rounded()))
  }
  /// What the integral of the rate has reached when request `number` of the whole plan is due.
  private mutating func due(_ number: Int) -> Double {
    guard let place = scatter?.place(of: number) else { return Double(number) }
    return place * plan.curve.totalCount
  }
}
