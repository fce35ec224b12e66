import BBBAPI
import Logging
import ServiceLifecycle
import TestSupport
import Testing

@testable import Exporter

@Suite(.timeLimit(.minutes(5))) struct SyntheticProbeTests {
  @Test func `a run creates, joins, asks and ends one meeting`() async throws {
    try await withProbeBench { bench in
      await bench.run()
      #expect(bench.calls == ["getMeetings", "create", "join", "getMeetingInfo", "end"])
      let report = bench.memory.report
      #expect(report.runs == 1 && report.failures.isEmpty && report.last?.failedStep == nil)
      #expect(report.last?.durations.keys.sorted() == ProbeStep.allCases && report.lastTime == 1_800_000_000)
      let ids = Set(["create", "join", "getMeetingInfo", "end"].flatMap(bench.meetings))
      #expect(ids.count == 1 && ids.allSatisfy { $0.hasPrefix(ProbeBench.prefix) })
      await bench.run()
      #expect(bench.calls.count == 9 && Set(bench.meetings(of: "create")).count == 2)
    }
  }

  @Test func `the meeting harms nobody and ends by itself`() async throws {
    try await withProbeBench { bench in
      await bench.run()
      let create = try #require(bench.fake.targets.first { $0.contains("/create?") })
      for parameter in [
        "maxParticipants=2", "record=false", "duration=2", "meta_bbb-origin=bbb-exporter-probe",
      ] {
        #expect(create.contains("&\(parameter)"), "\(create)")
      }
      #expect(bench.fake.targets.first { $0.contains("/join?") }?.contains("&redirect=false") == true)
    }
  }

  private static let failures: [FakeReply] = [
    .checksumError, .answer(status: "500 Oops", body: ""), .answer(status: "302 Found", body: ""),
    .bytes("", thenClose: true), .answer(body: "<html/>"),
  ]

  @Test(arguments: ProbeStep.allCases, failures)
  func `whichever step fails, the meeting is ended and the step is named`(
    _ step: ProbeStep, _ reply: FakeReply
  )
    async throws
  {
    try await withProbeBench { bench in
      bench.fake.reply(to: "/\(step.label)?", reply)
      await bench.run()
      let report = bench.memory.report
      #expect(report.runs == 1 && report.failures == [step: 1] && report.last?.failedStep == step)
      // A create that was refused has made nothing; any other may have.
      let isRefused =
        if step == .create, case .answer(_, _, let body) = reply, body.contains("FAILED") { true } else {
          false
        }
      #expect(bench.calls.last == (isRefused ? "create" : "end"))
      #expect(bench.meetings(of: "end").count == (isRefused ? 0 : 1))
      #expect(bench.log.warnings.contains { $0.hasPrefix("synthetic probe: \(step.label): ") })
    }
  }

  @Test(arguments: [ProbeStep.create, .join, .info])
  func `a step that hangs has its time, and the meeting is ended`(_ step: ProbeStep) async throws {
    try await withProbeBench { bench in
      bench.fake.reply(to: "/\(step.label)?", .silence)
      async let run: Void = bench.run()
      await bench.fake.requests(2 + step.rawValue)
      await bench.clock.sleeper(until: .seconds(10))
      bench.clock.advance(by: .seconds(10))
      await run
      #expect(bench.calls.last == "end" && bench.memory.report.last?.durations[step] == .seconds(10))
      #expect(bench.memory.report.failures == [step: 1])
    }
  }

  @Test func `a meeting that could not be ended is tried again by the next run`() async throws {
    try await withProbeBench { bench in
      bench.fake.reply(to: "/end?", .answer(status: "500 Oops", body: ""))
      await bench.run()
      bench.fake.reply(to: "/end?", .xml("<returncode>SUCCESS</returncode>"))
      await bench.run()
      let (created, ended) = (bench.meetings(of: "create"), bench.meetings(of: "end"))
      #expect(ended == [created[0], created[0], created[1]])
      await bench.run()
      #expect(bench.meetings(of: "end").count == 4)
    }
  }

  @Test func `what an earlier process left behind is ended, and nothing else`() async throws {
    try await withProbeBench { bench in
      let other = ProbeMeeting.prefix(instance: "elsewhere:9688")
      let ids = ["\(ProbeBench.prefix)a1", "\(other)a2", "lesson", "\(ProbeBench.prefix)a3"]
      let meetings = ids.map { "<meeting><meetingID>\($0)</meetingID></meeting>" }.joined()
      bench.fake.reply(
        to: "/getMeetings?", .xml("<returncode>SUCCESS</returncode><meetings>\(meetings)</meetings>"))
      await bench.run()
      #expect(bench.meetings(of: "end").prefix(2) == [ids[0], ids[3]])
      #expect(bench.meetings(of: "end").count == 3)
      // The password is that of the process that created it.
      let secret = SharedSecret("demo-secret")
      let password = ProbeMeeting(meetingID: ids[0], secret: secret).moderatorPW
      #expect(bench.fake.targets.contains { $0.contains("/end?") && $0.contains("password=\(password)") })
      await bench.run()
      #expect(bench.calls.filter { $0 == "getMeetings" }.count == 1)
    }
  }

  @Test func `leftovers are looked for until the server has answered`() async throws {
    try await withProbeBench { bench in
      bench.fake.reply(to: "/getMeetings?", .answer(status: "500 Oops", body: ""))
      await bench.run()
      bench.fake.reply(to: "/getMeetings?", .noMeetings)
      await bench.run()
      await bench.run()
      #expect(bench.calls.filter { $0 == "getMeetings" }.count == 2)
    }
  }

  /// Serves probes by the clock until the body has said all, then asks to end.
  private func withService(_ bench: ProbeBench, _ body: (ServiceGroup) async throws -> Void) async throws {
    let probe = bench.probe
    let service = ProbeService(interval: .seconds(60), clock: ScrapeClock(bench.clock)) { [probe] }
    let group = ServiceGroup(services: [service], logger: bench.log.logger(level: .critical))
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask { try await group.run() }
      try await body(group)
      await group.triggerGracefulShutdown()
      try await tasks.waitForAll()
    }
  }

  @Test func `probes run at the interval`() async throws {
    try await withProbeBench { bench in
      try await withService(bench) { _ in
        for round in 1...3 {
          // The answer to end has still to be read before the next run may begin.
          while bench.memory.report.runs < round { await Task.yield() }
          await bench.clock.sleeper(until: .seconds(60 * round))
          bench.clock.advance(by: .seconds(60))
        }
        while bench.memory.report.runs < 4 { await Task.yield() }
      }
      #expect(bench.memory.report.runs == 4 && bench.memory.report.skipped == 0)
    }
  }

  @Test func `a run that is due while another is under way is skipped and counted`() async throws {
    try await withProbeBench { bench in
      bench.fake.reply(to: "/join?", .silence)
      async let run: Void = bench.run()
      await bench.fake.requests(3)
      #expect(!bench.memory.begin() && !bench.memory.begin())
      #expect(bench.memory.report.skipped == 2)
      bench.fake.release(.xml("<returncode>SUCCESS</returncode>"))
      await run
      #expect(bench.memory.report.runs == 1 && bench.memory.begin())
    }
  }

  @Test(arguments: [ProbeStep.create, .join, .info])
  func `a process that ends in the middle of a run ends the meeting first`(_ step: ProbeStep) async throws {
    try await withProbeBench { bench in
      bench.fake.reply(to: "/\(step.label)?", .silence)
      try await withService(bench) { group in
        await bench.fake.requests(2 + step.rawValue)
        await group.triggerGracefulShutdown()
        // The step has a moment more, then it is given up.
        await bench.clock.sleeper(until: ProbePatience.grace)
        bench.clock.advance(by: ProbePatience.grace)
        await bench.fake.requests(3 + step.rawValue)
      }
      #expect(bench.calls.last == "end" && bench.meetings(of: "end") == bench.meetings(of: "create"))
      #expect(bench.memory.report.runs == 0, "a run that was broken off says nothing of the server")
    }
  }

  @Test func `a process that is cancelled ends the meeting all the same`() async throws {
    try await withProbeBench { bench in
      bench.fake.reply(to: "/join?", .silence)
      let task = Task { await bench.run() }
      await bench.fake.requests(3)
      task.cancel()
      await task.value
      #expect(bench.calls.last == "end")
    }
  }

  @Test func `no log line holds the password or a checksum`() async throws {
    try await withProbeBench { bench in
      for step in ProbeStep.allCases {
        bench.fake.reply(to: "/\(step.label)?", .checksumError)
        await bench.run()
      }
      let printed = bench.log.lines.joined()
      let sent = bench.fake.targets.compactMap {
        $0.firstMatch(of: /(?:password|moderatorPW|checksum)=(\w+)/)
      }
      #expect(
        sent.count > 4 && sent.allSatisfy { !printed.contains($0.1) } && !printed.contains("demo-secret"))
    }
  }
}
