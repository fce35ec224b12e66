import ArgumentParser
import ExitCodes

extension ExitCodes.ExitCode {
  /// What to throw so that the command ends with this code and no further word.
  var thrown: ArgumentParser.ExitCode { ArgumentParser.ExitCode(rawValue) }
}
