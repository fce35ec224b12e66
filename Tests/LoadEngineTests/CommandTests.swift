import ArgumentParser
import TestSupport
import Testing

@testable import bbb_load

@Suite struct CommandTests {
  @Test func `help is as recorded, and fits 80 columns`() throws {
    for (help, file) in [
      (BBBLoad.helpMessage(columns: 80), "help.txt"),
      (BBBLoad.helpMessage(for: RunCommand.self, columns: 80), "help-run.txt"),
      (BBBLoad.helpMessage(for: PlanCommand.self, columns: 80), "help-plan.txt"),
    ] {
      #expect(help.split(separator: "\n").allSatisfy { $0.count <= 80 })
      try golden.expect(help + "\n", is: file)
    }
  }

  private static let page = "http://127.0.0.1:1/metrics"
  private static let run = ["run", page, "--rate", "1"]

  private static let endings: [([String], Int32, String)] = [
    (["run"], 64, "how many requests a second? Say it with --rate, such as --rate 100"),
    (["run", "--rate", "1"], 64, "name one target: the URL of a page, or --api URL --secret-file FILE"),
    (
      run + ["--api", "http://127.0.0.1/api"], 64,
      "name one target: the URL of a page, or --api URL --secret-file FILE"
    ),
    (run + ["--fail-if", "p99 > 5"], 64, "--fail-if: '5' is no duration with a unit, such as 200ms or 1.5s"),
    (run + ["--connections", "0"], 64, "--connections must be at least 1"),
    (
      run + ["--connections", "1001"], 64,
      "--connections passes 1000; if that is meant, raise --max-connections"
    ),
    (run + ["--shard", "9/8"], 64, "--shard: '9/8' is no part of a whole, such as 3/8"),
    (run + ["--calls", "getMeetings"], 64, "--secret-file and --calls belong to --api, not to a page"),
    (
      ["run", "https://127.0.0.1/", "--rate", "1"], 64,
      "the URL: must start with http://: load over TLS is not offered yet"
    ),
    (["run", "--rate", "1", "--api", "http://127.0.0.1/api"], 64, "--api needs --secret-file"),
    (
      ["run", "--rate", "1", "--api", "http://127.0.0.1/api", "--calls", "end:x"], 64,
      "--calls: end changes the server; only calls that look are offered"
    ),
    (["run", "--rate", "1", "--api", "http://127.0.0.1/api", "--secret-file", "/nonexistent"], 65, ""),
    (["run", "http://192.0.2.1/", "--rate", "1"], 64, ""),
    (run, 69, ""),
    (
      ["plan", "--plan", "sine"], 64,
      "there is no plan 'sine'; known are constant, ramp:10..200, steps:10@5s,200@20s, poisson and poisson: before one of them"
    ),
    (["plan", "--rate", "10001"], 64, "the plan passes 10000/s; if that is meant, raise --max-rate"),
    (
      ["plan", "--rate", "1", "--for", "61m"], 64,
      "the plan is longer than 1h; if that is meant, raise --max-time"
    ),
    (["plan", "--rate", "1", "--for", "61m", "--max-time", "2h", "--shard", "1/1000"], 0, ""),
  ]

  @Test(arguments: endings)
  func `the exit code and one line tell what happened`(_ arguments: [String], _ code: Int32, _ line: String)
    async
  {
    do {
      var command = try BBBLoad.parseAsRoot(arguments)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
      #expect(code == 0)
    } catch {
      #expect(BBBLoad.exitCode(for: error).rawValue == code)
      if !line.isEmpty { #expect(BBBLoad.message(for: error) == line) }
    }
  }
}
