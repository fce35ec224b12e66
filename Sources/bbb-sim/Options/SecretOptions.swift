import ArgumentParser
import BBBAPI
import ExitCodes
import Foundation

/// Where the secret of a real server comes from: never from the command line, which everybody on the machine can read.
struct SecretOptions: ParsableArguments {
  @Option(help: "A file whose first line is the shared secret; without it the variable API_SECRET.")
  var secretFile: String?

  func validate() throws {
    guard secretFile != nil || !Self.fromEnvironment.isEmpty else {
      throw ValidationError("give the secret with --secret-file FILE, or in the variable API_SECRET")
    }
  }

  /// The secret; what is wrong with its file is said, and the command ends.
  func read() throws -> SharedSecret {
    guard let secretFile else { return SharedSecret(Self.fromEnvironment) }
    let text: String
    do {
      text = String(decoding: try Data(contentsOf: URL(filePath: secretFile)), as: UTF8.self)
    } catch {
      Console.complain("can't read \(secretFile): \(error.localizedDescription)")
      throw ExitCode.badConfiguration.thrown
    }
    let line = text.prefix { !$0.isNewline }
    guard !line.isEmpty else {
      Console.complain("the first line of \(secretFile) is empty. It must be the shared secret")
      throw ExitCode.badConfiguration.thrown
    }
    return SharedSecret(String(line))
  }

  private static var fromEnvironment: String {
    let value = ProcessInfo.processInfo.environment["API_SECRET"] ?? ""
    return value.trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
