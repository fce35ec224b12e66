import ArgumentParser
import FoundationEssentials
import NIOCore
import Subprocess
import TestSupport
import Testing

@testable import Exporter

@Suite(.timeLimit(.minutes(5))) struct CommandTests {
  @Test func `help is as recorded, and fits 80 columns`() throws {
    let help = ExporterCommand.helpMessage(columns: 80) + "\n"
    #expect(help.split(separator: "\n").allSatisfy { $0.count <= 80 })
    try golden.expect(help, is: "help.txt")
  }

  @Test func `the manual page in docs is as the tables have it`() async throws {
    try GoldenFolder(at: Package.root.appending(path: "docs")).expect(ManualPage.roff, is: "bbb-exporter.1")
    for text in [SettingName.webConfigFile.rawValue, "\\-\\-web.config.file", "/\\-/healthy"] {
      #expect(ManualPage.roff.contains(text), "\(text)")
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `a shell can be taught the command`(_ shell: String) async throws {
    let result = try await run(
      .name("env"), arguments: arguments(["--generate-completion-script", shell]),
      output: .string(limit: 1 << 20),
      error: .string(limit: 1 << 16))
    let script = result.standardOutput
    #expect(script.contains("web.config.file") && script.contains("check"))
  }

  @Test func `help of run is as recorded`() throws {
    let help = ExporterCommand.helpMessage(for: RunCommand.self, columns: 80) + "\n"
    try golden.expect(help, is: "help-run.txt")
  }

  @Test func `help of check is as recorded`() throws {
    let help = ExporterCommand.helpMessage(for: CheckCommand.self, columns: 80) + "\n"
    try golden.expect(help, is: "help-check.txt")
  }

  /// The built command, which lies beside the tests; `env` starts it, since Subprocess looks names up in the PATH alone.
  private func arguments(_ arguments: [String]) -> Arguments {
    let tests = URL(filePath: CommandLine.arguments[0])
    return Arguments([tests.deletingLastPathComponent().appending(path: "bbb-exporter").path()] + arguments)
  }

  private static let good = ["API_BASE_URL": "http://127.0.0.1:1/bigbluebutton", "API_SECRET": "hush"]

  private func environment(_ variables: [String: String]) -> Environment {
    let all = variables.merging(["PATH": "/usr/bin:/bin"]) { $1 }
    return .custom(
      Dictionary(uniqueKeysWithValues: all.map { (Environment.Key(stringLiteral: $0.key), $0.value) }))
  }

  private static let endings: [([String: String], [String], Int32, String)] = [
    ([:], ["--version"], 0, ""),
    ([:], [], 64, "bbb-exporter: API_SECRET is not set; either it or API_SECRET_FILE is required"),
    ([:], ["--nonsense"], 64, "Error: Unknown option '--nonsense'"),
    (good, ["run", "--check-settings"], 0, ""),
    (good, ["check"], 69, ""),
    (good, ["check", "--targets", "/nowhere"], 65, "*"),
    (good, ["check", "--web.config.file", "/nowhere"], 65, "*"),
    ([:], ["check"], 64, "bbb-exporter: API_SECRET is not set; either it or API_SECRET_FILE is required"),
    (good, ["check", "--timeout", "0"], 64, "Error: --timeout must be from 0.1 to 300."),
    (
      good.merging(["PORT": "none"]) { $1 }, [], 64,
      "bbb-exporter: PORT=\"none\" must be a whole number from 1 to 65535"
    ),
    (
      good.merging(["BIND_IP": "192.0.2.1"]) { $1 }, [], 69,
      "bbb-exporter: BIND_IP=\"192.0.2.1\" is no address of this machine"
    ),
  ]

  @Test(arguments: endings)
  func `the exit code and one line tell what happened`(
    _ variables: [String: String], _ arguments: [String], _ code: Int32, _ line: String
  ) async throws {
    let result = try await run(
      .name("env"), arguments: self.arguments(arguments), environment: environment(variables),
      output: .discarded,
      error: .string(limit: 1 << 16))
    let text = result.standardError
    #expect(result.terminationStatus == .exited(code), "\(text)")
    #expect(
      line == "*" || line.isEmpty
        ? text.isEmpty == line.isEmpty : text.split(separator: "\n").contains { $0 == line }, "\(text)")
    #expect(!text.contains("hush"))
  }

  @Test(arguments: [Signal.terminate, .interrupt])
  func `a signal ends it cleanly`(_ signal: Signal) async throws {
    let place = try await ReservedPort.take()
    let variables = Self.good.merging(place.variables) { $1 }
    let result = try await run(
      .name("env"), arguments: arguments([]), environment: environment(variables), input: .none,
      output: .discarded, error: .sequence
    ) { execution in
      var text = ""
      for try await line in execution.standardError.strings() {
        text += line
        if line.contains("listens on") { try execution.send(signal: signal) }
      }
      return text
    }
    try await place.giveBack()
    #expect(result.terminationStatus == .exited(0), "\(result.closureResult)")
    #expect(result.closureResult.contains("listens on \(place.host) port \(place.number)"))
    #expect(!result.closureResult.contains("hush"))
  }
}
