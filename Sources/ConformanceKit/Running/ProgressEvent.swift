/// Something that happened in a run, told while it goes on.
public enum ProgressEvent: Sendable, Equatable {
  /// A case began.
  case started(Slug, of: Int)
  /// A case came to its verdict; it is the `finished`-th of `of`.
  case finished(CaseResult, finished: Int, of: Int)
}
