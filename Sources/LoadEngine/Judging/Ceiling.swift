import Determinism

/// How much load may be asked for before somebody must say that it is meant.
public struct Ceiling: Sendable, Equatable {
  /// How long a plan may last.
  public var duration: Duration
  /// How many requests a second a plan may reach.
  public var rate: Double
  /// How many connections may be open.
  public var connections: Int

  /// The bounds that hold unless the command line lifts them.
  public static let usual = Ceiling(duration: .seconds(3600), rate: 10_000, connections: 1_000)

  /// Sets the bounds.
  public init(duration: Duration, rate: Double, connections: Int) {
    self.duration = duration
    self.rate = rate
    self.connections = connections
  }

  /// Makes sure that nothing passes the bounds.
  public func check(_ plan: LoadPlan, _ limits: DispatchLimits) throws(CeilingError) {
    guard plan.duration <= duration else { throw .tooLong(limit: duration) }
    guard plan.curve.peakRate <= rate else { throw .tooFast(limit: rate) }
    guard limits.connections <= connections else { throw .tooManyConnections(limit: connections) }
  }
}

/// The bound that a run would pass.
public enum CeilingError: Error, Sendable, Equatable {
  /// The plan is longer.
  case tooLong(limit: Duration)
  /// The plan reaches a higher rate.
  case tooFast(limit: Double)
  /// More connections are asked for.
  case tooManyConnections(limit: Int)
}

extension CeilingError: CustomStringConvertible {
  /// What is wrong and what would mend it, in a line.
  public var description: String {
    switch self {
    case .tooLong(let limit):
      "the plan is longer than \(limit.scenarioText); if that is meant, raise --max-time"
    case .tooFast(let limit): "the plan passes \(limit.shortText)/s; if that is meant, raise --max-rate"
    case .tooManyConnections(let limit):
      "--connections passes \(limit); if that is meant, raise --max-connections"
    }
  }
}
