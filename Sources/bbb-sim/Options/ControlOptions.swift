import ArgumentParser
import ExitCodes
import Foundation
import SimulatorServer

/// Who may use the control API.
struct ControlOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A file with a token, which every caller of the control API must then bring as 'Authorization: Bearer TOKEN', callers on this machine too. Without it, only they may call.",
      valueName: "file"))
  var controlTokenFile: String?

  @Flag(
    help:
      "Let everybody who reaches the port use Moodle's backoffice, which can clear the worlds and set off callbacks. Only for networks that you trust: Moodle can't bring a token."
  )
  var openBackoffice = false

  /// What the options allow. What is wrong with the file is printed, and the command ends.
  func access() throws -> ControlAccess {
    var access = try tokenAccess()
    access.opensBackoffice = openBackoffice
    return access
  }

  private func tokenAccess() throws -> ControlAccess {
    guard let controlTokenFile else { return .loopback }
    guard let data = FileManager.default.contents(atPath: controlTokenFile) else {
      throw Self.complain("can't read \(controlTokenFile). Name a file that holds the token")
    }
    let token = String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    guard token.utf8.count >= 8, token.utf8.allSatisfy({ (0x21...0x7e).contains($0) }) else {
      throw Self.complain(
        "the token in \(controlTokenFile) must be one line of at least 8 printable ASCII characters without blanks, such as openssl rand -hex 16 writes"
      )
    }
    return .token(token)
  }

  private static func complain(_ line: String) -> any Error {
    Console.complain(line)
    return ExitCode.badConfiguration.thrown
  }
}
