import Foundation
import TestSupport
import Testing

@Suite struct SimulatorHelpTests {
  @Test(arguments: [
    "bbb-sim", "run", "exec", "check", "timeline", "explain", "schema", "faults", "profiles", "record",
    "explain-checksum",
  ])
  func `help has the recorded text`(name: String) throws {
    let outcome = try Simulator.run((name == "bbb-sim" ? [] : [name]) + ["--help"])
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    try golden.expect(outcome.output, is: "help-\(name).txt")
  }

  @Test func `every subcommand has a recorded help`() throws {
    let help = try String(
      contentsOf: Simulator.fixtures.appending(path: "bbb-sim/help-bbb-sim.txt"), encoding: .utf8)
    let listed = try #require(help.components(separatedBy: "SUBCOMMANDS:\n").last).components(
      separatedBy: "\n\n")[0]
      .split(separator: "\n").compactMap { $0.split(separator: " ").first.map(String.init) }
    let recorded = try FileManager.default.contentsOfDirectory(
      atPath: Simulator.fixtures.appending(path: "bbb-sim").path
    ).filter { $0.hasPrefix("help-") }
    #expect(recorded.sorted() == (["bbb-sim"] + listed).map { "help-\($0).txt" }.sorted())
  }

  @Test func `every help shows the exit codes`() throws {
    let names = [
      "run", "exec", "check", "timeline", "explain", "schema", "faults", "record", "explain-checksum",
    ]
    for name in [[]] + names.map({ [$0] }) {
      let help = try Simulator.run(name + ["--help"]).output
      for code in ["64  usage", "65  bad scenario", "69  target unreachable"] { #expect(help.contains(code)) }
    }
  }

  @Test func `the table of faults has the recorded text`() throws {
    let outcome = try Simulator.run("faults")
    #expect(outcome.status == 0)
    try golden.expect(outcome.output, is: "faults.txt")
  }

  @Test func `the version is one line`() throws {
    let outcome = try Simulator.run("--version")
    #expect(outcome.status == 0 && outcome.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }
}
