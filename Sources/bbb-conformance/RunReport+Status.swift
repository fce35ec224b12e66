import ConformanceKit
import ExitCodes

extension RunReport {
  /// The exit status that the report comes to.
  var exitStatus: Int32 { ExitCode(for: self).rawValue }
}
