public import BBBAPI
public import Scenarios

/// One instant of a case: what changes there, and what the exporter must show then.
public struct Step: Sendable, Equatable {
  /// The instant, after the day began; nil for the one of the step before.
  public var at: Duration?
  /// Faults that are in force from here on, in place of those before; nil leaves them alone.
  public var faults: [FaultRule]?
  /// Calls that change the world, in order.
  public var changes: [WorldChange] = []
  /// How far from the true time the exporter's wall clock goes once the API has heard of the scrape; nil leaves it.
  public var wallClock: Duration?
  /// How the exporter is asked; nil asks nothing.
  public var scrape: ScrapePlan?
  /// Many scrapes, in place of one.
  public var load: LoadPlan?
  /// What must be seen.
  public var expectations: [Expectation] = []

  /// Makes a step that does nothing.
  public init(at: Duration? = nil) {
    self.at = at
  }
}

/// A call of the API by which somebody else changes the world while the exporter watches.
public struct WorldChange: Sendable, Equatable {
  /// The call.
  public var call: APICall
  /// Its parameters, unencoded.
  public var parameters: [Metadatum]

  /// Makes a call that is still to be signed.
  public init(_ call: APICall, _ parameters: [Metadatum]) {
    self.call = call
    self.parameters = parameters
  }
}

/// How the exporter is asked for a page.
public struct ScrapePlan: Sendable, Equatable {
  /// The path, with a query if need be.
  public var path = "/metrics"
  /// The `Accept` header; nil sends none.
  public var accept: String?
  /// Further headers.
  public var headers: [Metadatum] = []
  /// How many ask at the same time; the last answer is judged.
  public var together = 1

  /// Plans a plain scrape.
  public init() {}

  /// What Prometheus 2.x sends when it prefers OpenMetrics.
  public static let openMetricsAccept =
    "application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5,*/*;q=0.1"
}
