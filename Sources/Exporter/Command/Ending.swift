import ArgumentParser
import ExitCodes

/// What to throw so that a command ends with a code and no further word.
enum Ending {
  static func with(_ code: ExitCodes.ExitCode) -> ArgumentParser.ExitCode {
    ArgumentParser.ExitCode(code.rawValue)
  }
}
