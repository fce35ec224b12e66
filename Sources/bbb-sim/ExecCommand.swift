import ArgumentParser
import ExitCodes
import SimulatorServer
import Subprocess

/// `bbb-sim exec`: runs a command against a simulator of its own.
struct ExecCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exec",
    abstract: "Run a command against a fresh simulator.",
    discussion: """
      The simulator listens on a free port of loopback while the command runs. The command finds it through the
      environment, under the names that BBB's clients use:

      \(ClientVariable.helpTable)

      Standard input, output and error are the command's own. Signals are passed on to it. bbb-sim ends with the
      command's exit code, with 128 and the signal's number when a signal ended it, with 127 when there is no such
      command and with 126 when it can't be run; else

      \(ExitCode.helpTable)
      """)

  @Argument(help: "A shipped scenario's name, or the path of a file.")
  var scenario: String

  @OptionGroup var options: WorldOptions

  @Argument(parsing: .postTerminator, help: ArgumentHelp("What to run, behind --.", valueName: "command"))
  var command: [String] = []

  func validate() throws {
    guard command.first?.isEmpty == false else {
      throw ValidationError("nothing to run; put -- and the command behind the scenario and the options")
    }
  }

  func run() async throws {
    let server = try options.server(playing: Console.readScenario(scenario))
    let client = ClientProcess(command: command)
    let code: Int32
    do {
      code = try await server.whileListening { endpoint in
        try await client.run(with: ClientVariable.values(for: endpoint, secret: server.secret))
      }
    } catch let error as ClientProcess.StartError {
      Console.complain(error.description)
      throw ArgumentParser.ExitCode(error.exitCode)
    } catch {
      Console.complain("the simulator can't listen on a free port of 127.0.0.1: \(error)")
      throw ExitCode.unreachable.thrown
    }
    throw ArgumentParser.ExitCode(code)
  }
}
