import Foundation
import Subprocess
import UnixSignals

/// A command that talks to the simulator, on the standard streams of ours.
struct ClientProcess: Sendable {
  /// The program and its arguments; never empty.
  let command: [String]

  /// Why the command did not even begin, with the code by which shells say so.
  struct StartError: Error, CustomStringConvertible {
    let description: String
    let exitCode: Int32
  }

  /// Runs the command to its end, passes on to it the signals that we get, and returns its exit code.
  func run(with variables: [String: String]) async throws -> Int32 {
    let overrides = variables.map { (Environment.Key(stringLiteral: $0.key), Optional($0.value)) }
    let environment = Environment.inherit.updating(Dictionary(uniqueKeysWithValues: overrides))
    // From before the command begins: what comes earlier would end us and leave it behind.
    let signals = await UnixSignalsSequence(trapping: Self.forwarded)
    do {
      let outcome = try await Subprocess.run(
        executable, arguments: Arguments(Array(command.dropFirst())), environment: environment,
        input: .currentStandardInput, output: .currentStandardOutput, error: .currentStandardError
      ) { execution in
        let process = execution.processIdentifier.value
        return Task {
          // A signal to a command that has just ended finds nobody, which is well.
          for await signal in signals where !Self.arrivesByItself(signal) { kill(process, signal.rawValue) }
        }
      }
      outcome.closureResult.cancel()
      return Self.exitCode(outcome.terminationStatus)
    } catch let error as SubprocessError {
      throw startError(error)
    }
  }

  /// A name is looked for in PATH, as shells do; what has a slash is a path.
  private var executable: Executable {
    command[0].contains("/") ? .path(Self.literal(command[0])) : .name(command[0])
  }

  /// A path from a text without naming its type, which is in a package that we don't depend on.
  private static func literal<Path: ExpressibleByStringLiteral>(_ text: String) -> Path
  where Path.StringLiteralType == String {
    Path(stringLiteral: text)
  }

  private static let forwarded: [UnixSignal] = [.sigterm, .sighup, .sigusr1, .sigusr2, .sigint, .sigquit]

  /// Ctrl-C and Ctrl-\ at a terminal reach the command without us, since it is in the same process group.
  private static func arrivesByItself(_ signal: UnixSignal) -> Bool {
    (signal == .sigint || signal == .sigquit) && isatty(STDIN_FILENO) == 1
  }

  private static func exitCode(_ status: TerminationStatus) -> Int32 {
    switch status {
    case .exited(let code): code
    case .signaled(let signal): 128 + signal
    }
  }

  private func startError(_ error: SubprocessError) -> StartError {
    // A file that may not be run counts as not found too.
    let isThere = command[0].contains("/") && FileManager.default.fileExists(atPath: command[0])
    if error.code == .executableNotFound, isThere {
      return StartError(
        description: "can't run '\(command[0])': it is no program, or not yours to run", exitCode: 126)
    }
    if error.code == .executableNotFound {
      return StartError(
        description: "there is no command '\(command[0])' in PATH. Give its path, or install it",
        exitCode: 127)
    }
    return StartError(description: "can't run '\(command[0])': \(error)", exitCode: 126)
  }
}
