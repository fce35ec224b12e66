import Foundation
import Testing

/// `bbb-sim record` against `bbb-sim run`, both as processes.
@Suite(.serialized, .timeLimit(.minutes(10))) struct SimulatorRecordTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "record-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("demo-secret\n".utf8).write(to: folder.appending(path: "secret"))
    try Data("wrong\n".utf8).write(to: folder.appending(path: "wrong"))
    try Data("\n".utf8).write(to: folder.appending(path: "empty"))
  }

  private func record(_ url: String, _ options: String...) throws -> Simulator.Outcome {
    try Simulator.run(["record", url, "--for", "0s", "--secret-file", "secret"] + options, in: folder)
  }

  @Test func `a recording is a scenario without anything of the source`() throws {
    let server = try RunningSimulator(["run", "two-rooms", "--port", "0", "--at", "12m", "--clock", "frozen"])
    let url = "http://127.0.0.1:\(try server.port())/bigbluebutton/api/"
    let outcome = try record(url, "--out", "day.yaml")
    #expect(outcome.status == 0 && outcome.output.isEmpty && outcome.errors.contains("2 meetings"))
    let file = folder.appending(path: "day.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    for word in [
      "Ada", "Chlo", "algebra", "Algebra", "coffee", "demo-secret", "127.0.0.1", "rooms.example.org",
    ] {
      #expect(!text.contains(word), "\(word)")
    }
    #expect(
      try Simulator.run("check", file.path).output.hasPrefix("recorded: good. 2 meetings with 9 people"))
    let again = try record(url, "--out", "day.yaml")
    #expect(again.status == 65 && again.errors.contains("--force"))
    #expect(try record(url, "--out", "day.yaml", "--force").status == 0)
    server.stop()
    _ = try server.outcome()
  }

  @Test func `SIGTERM ends a recording early, and it is written`() throws {
    let server = try RunningSimulator(["run", "two-rooms", "--port", "0", "--at", "5m"])
    let recording = try RunningSimulator(
      [
        "record", "http://127.0.0.1:\(try server.port())/bigbluebutton/api", "--every", "1h", "--for", "2h",
        "--secret-file", "secret",
      ], in: folder)
    try recording.awaitComplaint(containing: "at 0s: ")
    recording.stop()
    let outcome = try recording.outcome()
    #expect(outcome.status == 0 && outcome.output.contains("\n  - id: meeting-1\n"))
    server.stop()
    _ = try server.outcome()
  }

  @Test(arguments: [
    (["http://127.0.0.1:1/bigbluebutton/api/", "--secret-file", "secret"], 69, "connection refused"),
    (["http://no-such-host.invalid/bigbluebutton/", "--secret-file", "secret"], 69, "no address"),
    (["http://127.0.0.1:{port}/elsewhere/api/", "--secret-file", "secret"], 69, "404"),
    (["https://127.0.0.1:{port}/bigbluebutton/api/", "--secret-file", "secret"], 69, "TLS"),
    (["http://127.0.0.1:{port}/bigbluebutton/api/", "--secret-file", "wrong"], 65, "checksumError"),
    (["http://127.0.0.1:{port}/bigbluebutton/api/", "--secret-file", "empty"], 65, "first line"),
    (["http://127.0.0.1:{port}/bigbluebutton/api/", "--secret-file", "missing"], 65, "can't read missing"),
    (["http://127.0.0.1:{port}/bigbluebutton/api/"], 64, "API_SECRET"),
    (["127.0.0.1", "--secret-file", "secret"], 64, "must start with http"),
    (
      ["http://127.0.0.1:{port}/bigbluebutton/api/", "--secret-file", "secret", "--ca", "no.pem"], 65,
      "--ca no.pem"
    ),
    (
      ["http://127.0.0.1:{port}/bigbluebutton/api/", "--secret-file", "secret", "--out", "no/day"], 65,
      "directory"
    ),
    (
      ["http://127.0.0.1:{port}/bigbluebutton/api/", "--secret-file", "secret", "--every", "0s"], 64,
      "--every"
    ),
  ])
  func `what goes wrong is said in one line`(arguments: [String], status: Int32, word: String) throws {
    let server = try RunningSimulator(["run", "quiet-server", "--port", "0"])
    let port = "\(try server.port())"
    let outcome = try Simulator.run(
      ["record"] + arguments.map { $0.replacing("{port}", with: port) }, in: folder)
    #expect(outcome.status == status && outcome.output.isEmpty && outcome.errors.contains(word), "\(outcome)")
    #expect(status == 64 || outcome.errors.filter { $0 == "\n" }.count == 1, "\(outcome.errors)")
    server.stop()
    _ = try server.outcome()
  }
}

extension RunningSimulator {
  /// Waits until a word stands on standard error; what is said afterwards is still to come.
  fileprivate func awaitComplaint(containing word: String) throws {
    var said = ""
    while !said.contains(word) {
      let more = errorsSoFar()
      guard !more.isEmpty else { throw Silent(errors: said) }
      said += more
    }
  }
}
