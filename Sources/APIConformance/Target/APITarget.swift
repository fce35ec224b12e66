public import BBBAPI
public import BBBClient

/// The API server that is judged, and all that is needed to talk to it.
public struct APITarget: Sendable {
  /// Where the server answers.
  public let base: APIBase
  /// The version that the server is held to.
  public var profile: Profile
  /// What the IDs, names and passwords of the run's own meetings come from; the same seed gives the same.
  public let seed: UInt64
  let secret: SharedSecret
  let patience: Patience
  let exchange: any HTTPExchange

  /// Describes a target; nothing is sent yet.
  ///
  /// Two runs at the same time against one server need different seeds, or they meet in each other's meetings.
  public init(
    base: APIBase, secret: SharedSecret, profile: Profile = .v3_0, seed: UInt64, patience: Patience,
    exchange: any HTTPExchange
  ) {
    self.base = base
    self.secret = secret
    self.profile = profile
    self.seed = seed
    self.patience = patience
    self.exchange = exchange
  }
}
