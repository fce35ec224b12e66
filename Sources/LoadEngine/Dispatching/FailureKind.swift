/// Why a request brought no good answer.
public enum FailureKind: String, Sendable, CaseIterable {
  /// No connection came about.
  case connect
  /// The answer had not wholly come in time.
  case timeout
  /// A whole answer with another status than 200 to 299.
  case status
  /// A whole answer in which BBB says FAILED.
  case failed
  /// The connection ended before the answer did.
  case closed
  /// Something that is not HTTP/1.1, or more than was asked for.
  case malformed
}
