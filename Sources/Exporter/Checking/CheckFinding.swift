/// One thing that a check found out: what it is, and what mends it.
///
/// Nothing in it holds a secret, a checksum or the name of a person; what servers say is quoted in a single short line.
struct CheckFinding: Sendable, Equatable {
  enum Status: String, Sendable, Comparable, CaseIterable {
    case ok
    /// The exporter works, and something about it will bite.
    case warning
    /// The exporter has no data from this server.
    case failed

    static func < (lhs: Status, rhs: Status) -> Bool {
      allCases.firstIndex(of: lhs) ?? 0 < allCases.firstIndex(of: rhs) ?? 0
    }
  }

  let status: Status
  /// A word for programs that stays the same when the text gets better.
  let cause: String
  let text: String
  /// What to do about it; nil when nothing need be done.
  let fix: String?

  static func failed(_ cause: String, _ text: String, fix: String) -> CheckFinding {
    CheckFinding(status: .failed, cause: cause, text: text, fix: fix)
  }

  static func warning(_ cause: String, _ text: String, fix: String) -> CheckFinding {
    CheckFinding(status: .warning, cause: cause, text: text, fix: fix)
  }
}

/// What a check of one server came to.
struct CheckVerdict: Sendable, Equatable {
  let name: String
  /// At least one, the worst first.
  let findings: [CheckFinding]

  init(name: String, findings: [CheckFinding]) {
    precondition(!findings.isEmpty, "a verdict on \(name) without findings")
    self.name = name
    self.findings = findings.sorted { $0.status > $1.status }
  }

  /// That of the worst finding.
  var status: CheckFinding.Status { findings[0].status }
}
