public import BBBAPI
public import BBBClient

/// A server whose state is measured.
public struct WatchedServer: Sendable, Equatable {
  /// Where the server's API answers.
  public var base: APIBase
  /// The secret shared with the server.
  public var secret: SharedSecret
  /// The hash that signs the calls; never changed for a weaker one when the server refuses it.
  public var algorithm: ChecksumAlgorithm
  /// Who may answer when the connection is encrypted.
  public var trust: TLSTrust

  /// Describes a server.
  public init(
    base: APIBase, secret: SharedSecret, algorithm: ChecksumAlgorithm = .sha1, trust: TLSTrust = .system
  ) {
    self.base = base
    self.secret = secret
    self.algorithm = algorithm
    self.trust = trust
  }
}
