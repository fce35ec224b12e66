import Foundation
import Testing

/// One after another: a process each, on a machine that may have two cores.
@Suite(.serialized, .timeLimit(.minutes(3))) struct SimulatorStateTests {
  private static func run(_ file: String, _ options: String...) throws -> RunningSimulator {
    try RunningSimulator(["run", "two-rooms", "--port", "0", "--state", file] + options)
  }

  private static func withFile(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "state-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }  // only a temporary folder stays if this fails
    try body(folder.appending(path: "state.sqlite").path)
  }

  @Test(arguments: 1...6) func `what was acknowledged is there after kill -9`(round: Int) throws {
    try Self.withFile { file in
      let first = try Self.run(file, "--clock", "frozen", "--at", "5m", "--seed", "\(round)")
      let crowd = SigningCrowd(port: try first.port(), connections: 4)
      crowd.start()
      crowd.wait(forAcknowledged: round * 37)
      first.kill()
      let acknowledged = crowd.stop()
      #expect(acknowledged.count >= round * 37)

      let second = try Self.run(file, "--seed", "\(round)")
      let meetings = try Connection(to: try second.port()).getWhole(SigningCrowd.target("getMeetings", ""))
      for name in acknowledged { #expect(meetings.contains(">\(name)<"), "\(name)") }
      second.kill()

      let third = try Self.run(file, "--seed", "\(round)")
      #expect(
        try Connection(to: try third.port()).getWhole(SigningCrowd.target("getMeetings", "")) == meetings)
      third.stop()
      #expect(try third.outcome().status == 0)
    }
  }

  @Test func `the clock goes on from where it stood`() throws {
    try Self.withFile { file in
      let first = try Self.run(file, "--clock", "frozen")
      let change = try Connection(to: try first.port()).post("/_sim/clock", #"{"advance": "7m"}"#)
      #expect(change.contains("\"offsetMilliseconds\" : 420000"))
      first.kill()
      let second = try Self.run(file, "--clock", "60x", "--at", "1m")
      let clock = try Connection(to: try second.port()).get("/_sim/clock")
      #expect(clock.contains("\"offsetMilliseconds\" : 420000") && clock.contains("\"rate\" : 0"))
      second.stop()
      #expect(try second.outcome().status == 0)
    }
  }

  @Test func `a second process is refused, and the first goes on`() throws {
    try Self.withFile { file in
      let first = try Self.run(file, "--clock", "frozen")
      let port = try first.port()
      let second = try Simulator.run("run", "two-rooms", "--port", "0", "--state", file)
      #expect(second.status == 69 && second.output.isEmpty)
      #expect(second.errors.contains("in use by another bbb-sim"))
      #expect(
        try Connection(to: port).get(SigningCrowd.target("create", "name=Demo&meetingID=after")).contains(
          "SUCCESS"))
      first.stop()
      #expect(try first.outcome().status == 0)
    }
  }

  @Test(arguments: [
    (["--seed", "9"], "seed"), (["--profile", "2.7"], "profile"),
  ])
  func `another day's file is refused and left alone`(options: [String], what: String) throws {
    try Self.withFile { file in
      try Self.stopped(file)
      let outcome = try Simulator.run(["run", "two-rooms", "--port", "0", "--state", file] + options)
      #expect(
        outcome.status == 65 && outcome.output.isEmpty && outcome.errors.contains("written with \(what)"))
      let other = try Simulator.run("run", "quiet-server", "--port", "0", "--state", file)
      #expect(
        other.status == 65 && other.errors.contains("written with scenario two-rooms, not quiet-server"))
      let again = try Self.run(file)
      let meetings = try Connection(to: try again.port()).getWhole(SigningCrowd.target("getMeetings", ""))
      #expect(meetings.contains(">kept<"))
      again.stop()
      #expect(try again.outcome().status == 0)
    }
  }

  @Test func `what is no state file is refused and left alone`() throws {
    try Self.withFile { file in
      for bytes in [Data("My diary, which nobody overwrites.\n".utf8), Data(repeating: 0xFF, count: 8192)] {
        try bytes.write(to: URL(filePath: file))
        let outcome = try Simulator.run("run", "two-rooms", "--port", "0", "--state", file)
        #expect(outcome.status == 65 && outcome.errors.contains("is no state of bbb-sim"), "\(outcome)")
        #expect(try Data(contentsOf: URL(filePath: file)) == bytes)
      }
      let nowhere = try Simulator.run("run", "two-rooms", "--port", "0", "--state", "\(file)/below")
      #expect(nowhere.status == 65 && nowhere.errors.contains("can't write"))
    }
  }

  @Test func `every server of the port keeps its own state, and one that is removed begins anew`() throws {
    try Self.withFile { file in
      let first = try Self.run(file, "--clock", "frozen", "--servers", "auto")
      let port = try first.port()
      let create = SigningCrowd.target("create", "name=Demo&meetingID=of-blue")
      #expect(try Connection(to: port).get("/blue" + create).contains("<returncode>SUCCESS"))
      #expect(try Connection(to: port).post("/blue/_sim/clock", #"{"advance": "2m"}"#).contains("120000"))
      let room = "/red/backoffice/createMeeting?meetingID=of-red&meetingName=Red"
      #expect(try Connection(to: port).get(room).contains("SUCCESS"))
      first.kill()

      let second = try Self.run(file, "--servers", "auto")
      let listing = SigningCrowd.target("getMeetings", "")
      let again = try second.port()
      let blue = try Connection(to: again).getWhole("/blue" + listing)
      let red = try Connection(to: again).getWhole("/red" + listing)
      #expect(blue.contains(">of-blue<") && !blue.contains(">of-red<"))
      #expect(red.contains(">of-red<") && !red.contains(">of-blue<"))
      #expect(try Connection(to: again).get("/blue/_sim/clock").contains("\"offsetMilliseconds\" : 120000"))
      #expect(!(try Connection(to: again).getWhole(listing)).contains(">of-blue<"))
      #expect(try Connection(to: again).delete("/_sim/servers/blue").contains(" 200 "))
      #expect(!(try Connection(to: again).getWhole("/blue" + listing)).contains(">of-blue<"))
      second.stop()
      #expect(try second.outcome().status == 0)
    }
  }

  private static func stopped(_ file: String) throws {
    let running = try run(file, "--clock", "frozen")
    let target = SigningCrowd.target("create", "name=Demo&meetingID=kept")
    #expect(try Connection(to: try running.port()).get(target).contains("SUCCESS"))
    running.stop()
    #expect(try running.outcome().status == 0)
  }
}
