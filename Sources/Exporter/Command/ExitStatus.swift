/// What the command tells its caller by ending; the part of the common table that an exporter can need.
///
/// - Source: DESIGN §1; `sysexits.h`.
public enum ExitStatus: Int32, Sendable, CaseIterable {
  /// Ended as asked.
  case done = 0
  /// The command line or a setting is wrong.
  case usage = 64
  /// The address or the port to listen on cannot be had.
  case unavailable = 69
  /// The exporter itself is broken.
  case defect = 70

  /// What the code means, as `--help` says it.
  var meaning: String {
    switch self {
    case .done: "ended as asked, by SIGTERM or SIGINT"
    case .usage: "the command line or a setting is wrong; standard error says which"
    case .unavailable: "the address or port to listen on cannot be had"
    case .defect: "a defect of the exporter itself"
    }
  }
}
