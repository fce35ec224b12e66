import ArgumentParser
import ExitCodes
import Foundation

/// What the command says, and where.
enum Console {
  /// Text on standard output, written at once even into a pipe.
  static func print(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }

  /// A line for the person at the terminal, apart from the output.
  static func explain(_ line: String) { FileHandle.standardError.write(Data("bbb-load: \(line)\n".utf8)) }

  /// A line about something that went wrong.
  static func complain(_ line: String) { FileHandle.standardError.write(Data("error: \(line)\n".utf8)) }
}

extension ExitCodes.ExitCode {
  /// What to throw so that the command ends with this code and no further word.
  var thrown: ArgumentParser.ExitCode { ArgumentParser.ExitCode(rawValue) }
}
