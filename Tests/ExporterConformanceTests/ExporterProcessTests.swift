import BBBAPI
import ConformanceKit
import FoundationEssentials
import Scenarios
import SimulatorCore
import SimulatorServer
import Testing

@testable import ExporterConformance

/// Exporters that misbehave as processes; each is a line of shell.
struct ExporterProcessTests {
  private func outcome(of line: String, _ rest: String = "script: [{ at: 1m, expect: oracle }]") async throws
    -> CaseOutcome
  {
    try await ExporterCheck(ConformanceCase(rest), exporter: ExporterCommand(line)).outcome()
  }

  private func shell(_ script: String, patience: Duration = .seconds(3)) -> ExporterProcess {
    var process = ExporterProcess(
      program: "sh", arguments: ["-c", script], environment: ["PATH": "/usr/bin:/bin"])
    process.patience = patience
    return process
  }

  @Test func `an exporter that ends at once is named with its status and last words`() async throws {
    let outcome = try await outcome(of: "sh -c 'echo no luck today; exit 3'")
    #expect(outcome.verdict == .failed)
    #expect(outcome.findings.map(\.what) == ["the exporter ended before it listened"])
    #expect(outcome.findings.first?.actual == "it ended with status 3")
    #expect(outcome.findings.first?.hint == "its last words: no luck today")
  }

  @Test func `a command that is not there is no verdict on an exporter`() async throws {
    let outcome = try await outcome(of: "no-such-exporter")
    #expect(outcome.verdict == .setupFailed)
    #expect(outcome.findings.first?.what.contains("no-such-exporter") == true)
  }

  @Test func `an exporter that dies while it is asked is named with its signal`() async throws {
    let outcome = try await outcome(of: Fixtures.python("dying_exporter.py"))
    #expect(outcome.verdict == .failed)
    #expect(
      outcome.findings.map(\.what) == ["/metrics was not answered", "the exporter ended during the case"])
    #expect(outcome.findings.last?.actual == "it was killed by signal 11 (SIGSEGV)")
  }

  @Test func `the secret that an exporter prints is seen by nobody`() async throws {
    let outcome = try await outcome(of: "sh -c 'echo the secret is $API_SECRET; exit 1'")
    #expect(outcome.findings.first?.hint == "its last words: the secret is [redacted]")
    #expect(!"\(outcome)".contains("demo-secret"))
  }

  @Test func `an exporter that never listens is given up`() async throws {
    let server = try SimulatedServer(
      scenario: ConformanceCase("exit: refused").scenario, profile: .v3_0, secret: SharedSecret("x"))
    let port = try await LoopbackPort.reserved()
    defer { port.giveBack() }
    let ended = try await shell("sleep 30").whileRunning { process in
      await Readiness.awaited(process, port: port.number, server: server, limit: .milliseconds(100))
    }
    #expect(ended.result == .silent)
    #expect(ended.end == .signalled(15))
  }

  @Test func `who ignores SIGTERM is killed, and so is who was left behind`() async throws {
    let script = "trap '' TERM; sleep 40 & echo child $!; echo ready; while :; do sleep 1; done"
    let ended = try await shell(script, patience: .milliseconds(200)).whileRunning { process in
      await Waiting.until(within: .seconds(5)) { process.transcript.text.contains("ready") }
      return process.transcript
    }
    #expect(ended.end == .signalled(9))
    // The reading of its output has ended, which it does when the last of the group is gone.
    #expect(ended.result.isClosed)
  }

  @Test func `an exporter may send its output elsewhere`() async throws {
    let outcome = try await outcome(of: Fixtures.python("fake_exporter.py") + " > /dev/null 2>&1")
    #expect(outcome.findings == [])
  }

  @Test func `an exporter gets the documented environment and nothing of the judge's`() async throws {
    let outcome = try await outcome(of: "sh -c 'env | cut -d= -f1 | sort | tr \"\\n\" \" \"; exit 1'")
    let words = try #require(outcome.findings.first?.hint)
    for name in ["API_BASE_URL", "API_SECRET", "BIND_IP", "PORT", "PATH"] { #expect(words.contains(name)) }
    for name in words.split(separator: " ").dropFirst(3) {
      #expect(
        [
          "API_BASE_URL", "API_SECRET", "BIND_IP", "HOME", "PATH", "PORT", "PWD", "TMPDIR", "_", "OLDPWD",
          "SHLVL",
        ].contains(name))
    }
  }

  @Test func `what is printed is kept to a limit, whole lines of the end`() {
    let transcript = Transcript()
    for number in 0..<20_000 { transcript.append(Array("line \(number)\n".utf8)) }
    let text = transcript.text
    #expect(text.utf8.count <= 64 << 10)
    #expect(text.hasPrefix("line ") && text.hasSuffix("line 19999\n"))
    #expect(
      transcript.lastLines(2, redactedBy: Redactor(secrets: ["19998"])) == ["line [redacted]", "line 19999"])
  }

  @Test func `a secret is found however much was printed after it, and across two pieces`() {
    let transcript = Transcript(watching: ["s3cret", "never"])
    transcript.append(Array("the s3c".utf8))
    #expect(!transcript.hasSeen("s3cret"))
    transcript.append(Array("ret is out\n".utf8))
    for _ in 0..<3_000 { transcript.append(Array("nothing of note happens in this line\n".utf8)) }
    #expect(transcript.hasSeen("s3cret") && !transcript.hasSeen("never"))
    #expect(!transcript.text.contains("s3cret"))
  }

  @Test func `who has left the session is ended too, with what it has started`() async throws {
    let folder = try CaseFolder()
    defer { folder.remove() }
    let company = MarkedProcesses("TMPDIR", folder.path)
    var process = ExporterProcess(
      program: "sh",
      arguments: ["-c", "setsid sh -c 'sleep 41 & sleep 42' & setsid setsid sleep 43 & echo ready; wait"],
      environment: ["PATH": "/usr/bin:/bin", "TMPDIR": folder.path])
    process.company = company
    let seen = try await process.whileRunning { process in
      await Waiting.until(within: .seconds(5)) { company.all.count >= 4 }
      return company.all.count
    }.result
    #expect(seen >= 4)
    #expect(await Waiting.until(within: .seconds(5)) { company.all.isEmpty })
  }

  @Test func `what a judge leaves that was killed is ended and removed`() async throws {
    let folder = try CaseFolder()
    let company = MarkedProcesses("TMPDIR", folder.path)
    let process = ExporterProcess(
      program: "sh", arguments: ["-c", "setsid sleep 41 & exec sleep 42"],
      environment: ["PATH": "/usr/bin:/bin", "TMPDIR": folder.path])
    let end = try await process.whileRunning { process in
      await Waiting.until(within: .seconds(5)) { company.all.count == 2 }
      Heir(of: folder.path).inherit()
      await Waiting.until(within: .seconds(5)) { process.hasEnded }
    }.end
    #expect(end == .signalled(9))
    let isGone = await Waiting.until(within: .seconds(5)) {
      company.all.isEmpty && !FileManager.default.fileExists(atPath: folder.path)
    }
    #expect(isGone)
  }

  @Test func `the ports on which a process listens are seen`() async throws {
    let port = try await LoopbackPort.reserved().number
    let process = ExporterProcess(
      program: "python3", arguments: ["-m", "http.server", "--bind", "127.0.0.1", "\(port)"],
      environment: ["PATH": "/usr/local/bin:/usr/bin:/bin"])
    let ports = try await process.whileRunning { process in
      await Waiting.until(within: .seconds(60)) { await LoopbackPort.isListening(port) }
      return ListeningPorts.of([process.identifier])
    }.result
    #expect(ports == [port])
  }

  @Test func `the time of a scrape ends with its last byte, not with its head`() async throws {
    let server = try SimulatedServer(
      scenario: ConformanceCase("exit: refused").scenario, profile: .v3_0, secret: SharedSecret("x"))
    server.simulator.setFaults([FaultRule(effect: .dripped(bytes: 1, every: .seconds(60)))])
    try await server.whileListening { endpoint in
      var plan = ScrapePlan()
      plan.path = "/bigbluebutton/api"
      let error = await #expect(throws: (any Error).self) {
        try await Scraper(port: endpoint.port).answer(to: plan, limit: .milliseconds(200))
      }
      #expect(error.map { Scraper.reason($0, limit: .milliseconds(200)) } == "none within 200ms")
    }
  }

  @Test func `no two cases are given one port`() async throws {
    let ports = try await withThrowingTaskGroup(of: PortReservation.self) { group in
      for _ in 0..<20 { group.addTask { try await LoopbackPort.reserved() } }
      return try await group.reduce(into: [PortReservation]()) { $0.append($1) }
    }
    defer { for port in ports { port.giveBack() } }
    #expect(Set(ports.map(\.number)).count == 20)
  }

  /// Whoever asks, another judge's process included: the port is held by the system, not by a list.
  @Test func `a port that is held is given to nobody until it is given back`() async throws {
    let port = try await LoopbackPort.reserved()
    let second = await PortReservation(of: port.number)
    #expect(second == nil)
    let text = "import socket; socket.socket(type=socket.SOCK_DGRAM).bind(('127.0.0.1', \(port.number)))"
    let stranger = try await shell("python3 -c \"\(text)\"").whileRunning { process in
      await Waiting.until(within: .seconds(20)) { process.hasEnded }
    }
    #expect(stranger.end == .exited(1))
    port.giveBack()
    var third: PortReservation?
    await Waiting.until(within: .seconds(60)) {
      third = await PortReservation(of: port.number)
      return third != nil
    }
    #expect(third != nil)
    third?.giveBack()
  }
}
