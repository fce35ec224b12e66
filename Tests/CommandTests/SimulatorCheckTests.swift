import Foundation
import Testing

@Suite struct SimulatorCheckTests {
  private static let bad = Simulator.fixtures.appending(path: "scenarios/bad")

  @Test(arguments: ["shares", "unknown-keys", "missing-keys", "syntax-quote", "empty", "not-utf8"])
  func `a bad file is refused with every mistake in it`(name: String) throws {
    let expected = try String(contentsOf: Self.bad.appending(path: "\(name).expected"), encoding: .utf8)
    for command in [["check"], ["timeline"], ["run", "--port", "0"]] {
      let outcome = try Simulator.run(command + ["\(name).yaml"], in: Self.bad)
      #expect(outcome.status == 65 && outcome.output.isEmpty, "\(command)")
      let lines = { (text: String) in text.split(separator: "\n").map(String.init) }
      #expect(lines(outcome.errors) == lines(expected), "\(command)")
    }
  }

  @Test(arguments: [
    "quiet-server", "two-rooms", "lecture-day", "breakout-storm", "recording-backlog", "flaky-network",
    "campus-week",
    "ten-thousand-rooms", "hostile-names", "fleet-of-100",
  ]) func `a shipped scenario is good`(
    name: String
  ) throws {
    let outcome = try Simulator.run("check", name)
    #expect(outcome.status == 0 && outcome.errors.isEmpty && outcome.output.hasPrefix("\(name): good. "))
    #expect(outcome.output.filter { $0 == "\n" }.count == 1)
  }

  @Test(arguments: [
    ("no-such-day", "lecture-day"), ("no-such.yaml", "no file"), ("/", "directory"),
    ("lecture-dya", "did you mean"),
    ("", "shipped are"),
  ])
  func `what is no scenario is named, with a fix`(name: String, word: String) throws {
    let outcome = try Simulator.run("check", name)
    #expect(outcome.status == 65 && outcome.output.isEmpty)
    #expect(outcome.errors.contains(word) && outcome.errors.contains("Fix: "))
    #expect(outcome.errors.filter { $0 == "\n" }.count == 1)
  }

  @Test(arguments: ["quiet-server", "two-rooms", "lecture-day"]) func `the table is the recorded one`(
    name: String
  ) throws {
    let table = try String(
      contentsOf: Simulator.fixtures.appending(path: "timeline/\(name).txt"), encoding: .utf8)
    #expect(try Simulator.run("timeline", name) == .init(status: 0, output: table, errors: ""))
  }

  @Test(arguments: [
    ["--every", "0s"], ["--every", "1ms", "--until", "1d"], ["--every", "often"], ["--seed", "-1"],
    ["--until", "5"],
  ])
  func `a table that nobody can print is refused`(options: [String]) throws {
    let outcome = try Simulator.run(["timeline", "quiet-server"] + options)
    #expect(outcome.status == 64 && outcome.output.isEmpty && outcome.errors.contains(options[0]))
  }

  @Test func `a table follows the seed and the grid`() throws {
    let options = ["timeline", "lecture-day", "--every", "30m", "--until", "1h"]
    let (one, again) = (try Simulator.run(options), try Simulator.run(options))
    #expect(one == again && one.output.split(separator: "\n").count == 4)
    #expect(try Simulator.run(options + ["--seed", "7"]).output != one.output)
  }
}
