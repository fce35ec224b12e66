/// One rule that an exposition breaks.
public struct LintFinding: Sendable, Equatable {
  /// The broken rule; its raw values are stable.
  public var kind: LintKind
  /// The line, counted from 1; the first one where several are to blame together.
  public var line: Int
  /// The family's name as its HELP and TYPE lines have it; nil when the finding belongs to none.
  public var family: String?
  /// What is wrong, with the offending name or number.
  public var message: String

  /// Makes a finding.
  public init(kind: LintKind, line: Int, family: String? = nil, message: String) {
    self.kind = kind
    self.line = line
    self.family = family
    self.message = message
  }
}

extension LintFinding: CustomStringConvertible {
  /// `line 3: duplicate-sample: a{b="1"} was already given on line 2`
  public var description: String {
    "line \(line): \(kind.rawValue): \(message)"
  }
}
