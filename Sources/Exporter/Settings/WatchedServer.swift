import BBBAPI
import BBBClient

/// A server whose state is measured.
struct WatchedServer: Sendable, Equatable {
  /// Where the server's API answers.
  var base: APIBase
  /// The secret shared with the server.
  var secret: SharedSecret
  /// The hash that signs the calls; never changed for a weaker one when the server refuses it.
  var algorithm: ChecksumAlgorithm
  /// Who may answer when the connection is encrypted.
  var trust: TLSTrust

  /// Describes a server.
  init(
    base: APIBase, secret: SharedSecret, algorithm: ChecksumAlgorithm = .sha1, trust: TLSTrust = .system
  ) {
    self.base = base
    self.secret = secret
    self.algorithm = algorithm
    self.trust = trust
  }
}
