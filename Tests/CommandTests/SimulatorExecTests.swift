import Foundation
import Testing

/// One after another: two processes each, on a machine that may have two cores.
@Suite(.serialized, .timeLimit(.minutes(5))) struct SimulatorExecTests {
  private static func exec(_ options: [String] = [], _ command: String...) throws -> Simulator.Outcome {
    try Simulator.run(["exec", "two-rooms", "--clock", "frozen"] + options + ["--"] + command)
  }

  @Test func `the command finds the simulator under every name`() throws {
    let outcome = try Self.exec(["--secret", "s3"], "sh", "-c", "env | sort")
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    let variables = outcome.output.split(separator: "\n")
    let api = try #require(variables.first { $0.hasPrefix("API_BASE_URL=") }).dropFirst("API_BASE_URL=".count)
    #expect(api.hasPrefix("http://127.0.0.1:") && api.hasSuffix("/bigbluebutton/api/"))
    let application = api.dropLast("api/".count)
    let expected = [
      "BBBCTL_SERVER=\(api)", "BIGBLUEBUTTON_ENDPOINT=\(api)", "BBB_API_URL=\(api.dropLast())",
      "BBB_SERVER_BASE_URL=\(application)", "BBB_URL=\(application)", "API_SECRET=s3", "BBB_SECRET=s3",
      "BBBCTL_SECRET=s3", "BIGBLUEBUTTON_SECRET=s3", "BBB_SECURITY_SALT=s3", "BBB_SECRET_KEY=s3",
      "PATH=/usr/bin:/bin",
    ]
    for variable in expected { #expect(variables.contains(Substring(variable)), "\(variable)") }
  }

  @Test func `the server answers while the command runs, and is gone after it`() throws {
    let script =
      "curl -s ${API_BASE_URL}; echo; curl -s ${API_BASE_URL%bigbluebutton/api/}_sim/clock; echo $API_BASE_URL >&2"
    let outcome = try Self.exec(["--at", "12m"], "sh", "-c", script)
    #expect(outcome.status == 0 && outcome.output.contains("<version>2.0</version>"))
    #expect(outcome.output.contains("\"offsetMilliseconds\" : 720000"))
    let port = try #require(outcome.errors.firstMatch(of: /:(\d+)\//).flatMap { UInt16($0.1) })
    #expect(throws: NobodyListens.self) { try Connection(to: port) }
  }

  @Test(arguments: [0, 1, 2, 64, 77, 255]) func `the exit code is the command's`(code: Int32) throws {
    #expect(try Self.exec([], "sh", "-c", "exit \(code)") == .init(status: code, output: "", errors: ""))
  }

  @Test(arguments: [("KILL", Int32(137)), ("TERM", 143), ("INT", 130)])
  func `a signal's number comes with 128`(name: String, code: Int32) throws {
    #expect(try Self.exec([], "sh", "-c", "kill -\(name) $$").status == code)
  }

  @Test func `what is no command is 127 and what can't be run 126`() throws {
    let none = try Self.exec([], "no-such-command-here")
    #expect(none.status == 127 && none.errors.hasPrefix("error: there is no command 'no-such-command-here'"))
    #expect(try Self.exec([], "/etc/passwd").status == 126)
    #expect(try Self.exec([], "/bin/sh", "-c", "exit 3").status == 3)
    let nothing = try Simulator.run("exec", "two-rooms")
    #expect(nothing.status == 64 && nothing.errors.contains("nothing to run"))
    #expect(try Simulator.run("exec", "no-such-day", "--", "true").status == 65)
  }

  @Test func `streams and options pass through untouched`() throws {
    let outcome = try Self.exec([], "sh", "-c", "printf 'a\\0b'; printf err >&2; cat", "--seed", "x")
    #expect(outcome == .init(status: 0, output: "a\0b", errors: "err"))
  }

  @Test(arguments: [false, true]) func `a signal reaches the command, whose answer to it counts`(
    byKeyboard: Bool
  ) throws {
    let script = "trap 'echo caught; exit 9' TERM INT; echo up; while :; do sleep 0.05; done"
    let running = try RunningSimulator(["exec", "two-rooms", "--", "sh", "-c", script])
    #expect(try running.readyLine() == "up\n")
    running.stop(byKeyboard: byKeyboard)
    #expect(try running.outcome() == .init(status: 9, output: "up\ncaught\n", errors: ""))
  }
}
