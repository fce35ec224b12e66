/// One of the servers of a fleet: a name, and a day of its own.
public struct FleetServer: Sendable, Equatable {
  /// The first part of its paths, such as `bbb-7`.
  public var name: String
  /// The day that it plays, with no servers of its own; ``seed`` and ``secret`` go before what stands in it.
  public var scenario: Scenario
  /// The seed of its random choices.
  public var seed: UInt64
  /// The shared secret that signs calls to it.
  public var secret: String
  /// How far into its day it is when the fleet starts; 0 and above.
  public var offset: Duration

  /// Describes a server.
  public init(name: String, scenario: Scenario, seed: UInt64, secret: String, offset: Duration = .zero) {
    self.name = name
    self.scenario = scenario
    self.seed = seed
    self.secret = secret
    self.offset = offset
  }
}
