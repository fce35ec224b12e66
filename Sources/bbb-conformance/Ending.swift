import ArgumentParser
import ExitCodes

/// How the command ends, as ArgumentParser wants it: with a code and no further word.
enum Ending {
  static let usage = thrown(.usage)
  static let badConfiguration = thrown(.badConfiguration)
  static let unreachable = thrown(.unreachable)
  static let toolDefect = thrown(.toolDefect)

  private static func thrown(_ code: ExitCodes.ExitCode) -> ArgumentParser.ExitCode {
    ArgumentParser.ExitCode(code.rawValue)
  }
}
