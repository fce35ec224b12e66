import ExitCodes
import Foundation
import Scenarios

/// What the command says, and where.
enum Console {
  /// A line on standard output, written at once even into a pipe.
  static func say(_ line: String) { print(line + "\n") }

  /// Text on standard output, written at once.
  static func print(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }

  /// A line for the person at the terminal, apart from the output.
  static func explain(_ line: String) { FileHandle.standardError.write(Data("bbb-sim: \(line)\n".utf8)) }

  /// A line about something that went wrong.
  static func complain(_ line: String) { FileHandle.standardError.write(Data("error: \(line)\n".utf8)) }

  /// The scenario of that name or path; with mistakes in it, all of them are printed and the command ends.
  static func readScenario(_ nameOrPath: String) throws -> Scenario { try read(readSource(nameOrPath)) }

  /// The text of the scenario of that name or path.
  static func readSource(_ nameOrPath: String) throws -> ScenarioSource {
    try naming { try ScenarioSource.resolve(nameOrPath) }
  }

  /// The scenario in a text; with mistakes in it, all of them are printed and the command ends.
  static func read(_ source: ScenarioSource) throws -> Scenario { try naming { try source.scenario() } }

  private static func naming<Result>(_ read: () throws -> Result) throws -> Result {
    do {
      return try read()
    } catch {
      FileHandle.standardError.write(Data("\(error)\n".utf8))
      throw ExitCode.badConfiguration.thrown
    }
  }
}
