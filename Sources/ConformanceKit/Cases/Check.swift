/// A case that can be run: who it is, and the judgement itself.
public protocol Check: Sendable {
  /// The stable name of the case.
  var slug: Slug { get }
  /// How much the case weighs.
  var level: Level { get }
  /// What the case holds the subject to, in one sentence.
  var title: String { get }
  /// The lines of the contract that the case rests on.
  var citations: [Citation] { get }
  /// How long the case may take, if it needs more or less than the run's own limit.
  var timeLimit: Duration? { get }
  /// Whether the case must have the machine to itself, because it measures, or would disturb what runs beside it.
  var runsAlone: Bool { get }

  /// Runs the case to its verdict.
  ///
  /// Bad news about the subject is *returned* (or thrown as an ``EarlyVerdict``); any other error that is thrown
  /// counts as a failed set-up while ``Phase/preparing`` and as a defect of the check otherwise.
  /// When its task is cancelled, the check cleans up and returns soon; what it then returns is not looked at.
  func run(_ context: CaseContext) async throws -> CaseOutcome
}

extension Check {
  /// No limit of its own: the run's limit holds.
  public var timeLimit: Duration? { nil }
  /// It does not mind company.
  public var runsAlone: Bool { false }
}
