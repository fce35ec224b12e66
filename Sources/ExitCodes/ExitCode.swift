/// What a command tells its caller by ending, the same for all of them.
///
/// - Source: DESIGN §1; 64 to 70 are those of `sysexits.h`.
public enum ExitCode: Int32, Sendable, CaseIterable {
  /// Everything asked for was done and found good.
  case done = 0
  /// A case that was asked for, or a threshold, failed.
  case failed = 1
  /// Nothing failed, yet something was not verified.
  case inconclusive = 2
  /// The command line is wrong.
  case usage = 64
  /// A scenario, a case file or a configuration is wrong.
  case badConfiguration = 65
  /// The target does not answer.
  case unreachable = 69
  /// The tool itself is broken.
  case toolDefect = 70

  /// What the code means, as `--help` says it.
  public var meaning: String {
    switch self {
    case .done: "done"
    case .failed: "a required check or a threshold failed"
    case .inconclusive: "inconclusive (skipped, blocked, dropped)"
    case .usage: "usage"
    case .badConfiguration: "bad scenario or configuration"
    case .unreachable: "target unreachable"
    case .toolDefect: "a defect of the tool itself"
    }
  }

  /// The table for `--help`: a line per code, without a line feed at its end.
  public static var helpTable: String {
    let rows = allCases.map { code in
      let number = String(code.rawValue)
      return "  " + number + String(repeating: " ", count: 4 - number.utf8.count) + code.meaning
    }
    return (["EXIT CODES:"] + rows).joined(separator: "\n")
  }
}
