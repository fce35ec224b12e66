import Foundation
import Testing

/// One after another: a process each, on a machine that may have two cores.
@Suite(.serialized, .timeLimit(.minutes(5))) struct SimulatorRunTests {
  /// Starts on a free port, lets `body` use it, stops it.
  private static func whileRunning(
    _ options: String..., stoppedByKeyboard: Bool = false, _ body: (RunningSimulator) throws -> Void
  ) throws -> Simulator.Outcome {
    let running = try RunningSimulator(["run", "two-rooms", "--port", "0", "--clock", "frozen"] + options)
    try body(running)
    running.stop(byKeyboard: stoppedByKeyboard)
    return try running.outcome()
  }

  @Test func `the ready line comes once, at once, and alone`() throws {
    let outcome = try Self.whileRunning { running in
      let line = try running.readyLine()
      let form = #/ready API_BASE_URL=http://127\.0\.0\.1:\d+/bigbluebutton/api/ API_SECRET=demo-secret\n/#
      #expect(line.wholeMatch(of: form) != nil)
      let answer = try Connection(to: try running.port()).get("/bigbluebutton/api/")
      #expect(answer.contains("<version>2.0</version>"))
    }
    #expect(outcome.status == 0)
    #expect(outcome.output.filter { $0 == "\n" }.count == 1)
    #expect(!outcome.errors.contains("demo-secret"))
  }

  @Test func `options stand in for what the scenario says`() throws {
    let outcome = try Self.whileRunning("--secret", "other", "--profile", "2.7", "--at", "12m") { running in
      #expect(try running.readyLine().hasSuffix(" API_SECRET=other\n"))
      let connection = try Connection(to: try running.port())
      #expect(connection.get("/_sim/clock").contains("\"offsetMilliseconds\" : 720000"))
      #expect(!connection.get("/bigbluebutton/api/").contains("html5PluginSdkVersion"))
    }
    #expect(outcome.status == 0)
  }

  @Test func `a seed makes another day and the same one again`() throws {
    func world(_ seed: String) throws -> String {
      var world = ""
      _ = try Self.whileRunning("--seed", seed, "--at", "12m") { running in
        let answer = try Connection(to: try running.port()).get("/_sim/world")
        world = answer.components(separatedBy: "\r\n\r\n").last ?? ""
      }
      return world
    }
    let one = try world("1")
    #expect(one.contains("algebra-seminar"))
    #expect(try world("1") == one)
    #expect(try world("2") != one)
  }

  @Test(arguments: [false, true]) func `an open connection does not hold up the end`(byKeyboard: Bool) throws
  {
    var connections: [Connection] = []
    var asked = ContinuousClock.now
    let outcome = try Self.whileRunning(stoppedByKeyboard: byKeyboard) { running in
      let port = try running.port()
      for target in ["/bigbluebutton/api/", "/_sim/clock"] {
        let connection = try Connection(to: port)
        #expect(connection.get(target).hasPrefix("HTTP/1.1 200 "))
        connections.append(connection)
      }
      connections.append(try Connection(to: port))
      asked = .now
    }
    #expect(outcome.status == 0)
    #expect(asked.duration(to: .now) < .seconds(10))
    #expect(connections.count == 3)
  }

  @Test func `answers that wait do not hold up the end`() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "slow-\(UUID().uuidString).yaml")
    let scenario = """
      scenario: slow
      about: Every answer waits, or never comes.
      starts: 2026-03-02T08:00:00Z
      faults:
        - { on: getMeetings, latency: 1h }
        - { on: getRecordings, hang: true }
      """
    try Data(scenario.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }  // only a temporary file stays if this fails
    let running = try RunningSimulator(["run", file.path, "--port", "0"])
    let port = try running.port()
    let waiting = try ["getMeetings", "getRecordings"].map { call in
      let connection = try Connection(to: port)
      connection.ask("/bigbluebutton/api/\(call)")
      return connection
    }
    // Whoever is answered after them knows that they are being waited for.
    #expect(try Connection(to: port).get("/bigbluebutton/api/").contains("SUCCESS"))
    running.stop()
    #expect(try running.outcome().status == 0)
    #expect(waiting.count == 2)
  }

  @Test func `a taken port is one clear line`() throws {
    let (holder, port) = try Connection.takenPort()
    let outcome = try Simulator.run("run", "quiet-server", "--port", "\(port)")
    #expect(outcome.status == 69 && outcome.output.isEmpty)
    #expect(outcome.errors.filter { $0 == "\n" }.count == 1, "\(outcome.errors)")
    #expect(outcome.errors.contains("port \(port)") && outcome.errors.contains("in use"))
    #expect(holder.port == port)
  }

  @Test func `a host that is not this machine is one clear line`() throws {
    let outcome = try Simulator.run("run", "quiet-server", "--port", "0", "--host", "192.0.2.1")
    #expect(outcome.status == 69 && outcome.output.isEmpty)
    #expect(outcome.errors.filter { $0 == "\n" }.count == 1, "\(outcome.errors)")
    #expect(outcome.errors.contains("192.0.2.1"))
  }

  @Test(arguments: [
    (["--profile", "9.9"], "3.0"), (["--clock", "fast"], "fast"), (["--clock", "-1x"], "--clock"),
    (["--clock", "0.0001x"], "0.0001x"), (["--clock", "nanx"], "nanx"),
    (["--clock", "2000000x"], "2000000x"),
    (["--at", "noon"], "noon"), (["--at", "5"], "--at"), (["--port", "65536"], "65536"),
    (["--port", "-1"], "--port"),
    (["--seed", "x"], "x"), (["--secret", ""], "--secret"), (["--secret", "a b"], "--secret"),
    (["--secret", "a\nb"], "--secret"), (["--secret", "ü"], "--secret"), (["--warp"], "--warp"),
    (["another"], "another"), (["--state", ""], "--state"), (["--disk", ""], "--disk"),
    (["--allow-callbacks", "http://x/"], "--allow-callbacks"),
  ])
  func `a wrong option is refused by its name`(options: [String], word: String) throws {
    let outcome = try Simulator.run(["run", "quiet-server"] + options)
    #expect(outcome.status == 64 && outcome.output.isEmpty)
    #expect(outcome.errors.contains(word), "\(outcome.errors)")
    #expect(outcome.errors.contains("Usage: bbb-sim run"))
  }

  @Test func `a scenario's secret that would break the ready line is refused`() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "secret-\(UUID().uuidString).yaml")
    let scenario = "scenario: s\nabout: x\nstarts: 2026-03-02T08:00:00Z\nserver: { secret: \"tell me\" }\n"
    try Data(scenario.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }  // only a temporary file stays if this fails
    let outcome = try Simulator.run("run", file.path, "--port", "0")
    #expect(outcome.status == 65 && outcome.output.isEmpty)
    #expect(outcome.errors.contains("--secret") && !outcome.errors.contains("tell me"))
  }

  @Test func `without a scenario there is usage`() throws {
    for arguments in [["run"], ["check"], ["timeline"], ["frobnicate"]] {
      let outcome = try Simulator.run(arguments)
      #expect(outcome.status == 64 && outcome.output.isEmpty && outcome.errors.contains("Usage: "))
    }
  }
}
