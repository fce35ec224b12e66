import ConformanceKit
import Testing

@testable import APIConformance

@Suite struct HearingTests {
  @Test func `a check that is stopped ends its meeting all the same`() async throws {
    try await Courtroom.open { target in
      let rule = Rule("test/stopped", .required, "Stops in the middle.") { hearing in
        let opened = try await hearing.openedMeeting()
        #expect(try await hearing.info(opened.meeting).hasSucceeded)
        withUnsafeCurrentTask { $0?.cancel() }
        _ = try await hearing.info(opened.meeting)
      }
      let task = Task { try await RuleCheck(rule: rule, target: target).run(CaseContext()) }
      await #expect(throws: CancellationError.self) { try await task.value }
      let leftovers = try await target.leftovers()
      #expect(leftovers == [])
    }
  }

  @Test func `a meeting that cannot be ended is named in the report`() async throws {
    let stubborn = Mutant.idle("ends nothing", "lifecycle/end-removes") { request in
      request.call == "end" ? .failed("invalidPassword") : nil
    }
    try await Courtroom.open(mutant: stubborn) { target in
      let report = try await Courtroom.report(target, only: "create/fresh-meeting")
      let leftover = try #require(try await target.leftovers().first)
      #expect(report.results[0].verdict == .passed)
      #expect(
        report.results[0].notes == [
          "the meeting \(leftover) could not be ended and may still be on the server"
        ])
    }
  }

  @Test func `a meeting that is somebody else's stays untouched`() async throws {
    let muddled = Mutant.idle("answers with another meeting", "create/fresh-meeting") { request in
      request.call == "create"
        ? .succeeded("<meetingID>algebra-seminar</meetingID><moderatorPW>theirs</moderatorPW>") : nil
    }
    let ended = Seen()
    let watched = muddled.watching { request in
      if request.call == "end", let meetingID = request["meetingID"] { _ = ended.isFirst(meetingID) }
    }
    try await Courtroom.open(mutant: watched) { target in
      let report = try await Courtroom.report(target, only: "create/fresh-meeting")
      #expect(report.results[0].verdict == .failed)
    }
    #expect(ended.all.count == 1)
    #expect(ended.all.allSatisfy { $0.hasPrefix(OwnMeeting.prefix) })
  }

  @Test func `no meeting, no verdict on what comes after it`() async throws {
    let refusing = Mutant.idle("makes no meetings", "create/fresh-meeting") { request in
      request.call == "create" ? .failed("apiNotEnabled") : nil
    }
    try await Courtroom.open(mutant: refusing) { target in
      let report = try await Courtroom.report(target, only: "lifecycle/end-removes", "create/fresh-meeting")
      #expect(report.results.map(\.verdict) == [.failed, .blocked])
      #expect(
        report.results[1].findings.map(\.what) == [
          "no meeting could be made: status 200, FAILED apiNotEnabled; see create/fresh-meeting"
        ])
    }
  }

  @Test func `a server that waits for browsers is not blamed for counting nobody`() async throws {
    let waiting = Mutant.lying("counts browsers", "lifecycle/people-counted") { request, answer in
      guard ["getMeetings", "getMeetingInfo", "isMeetingRunning"].contains(request.call) else { return }
      answer.text = answer.text.replacing("<running>true", with: "<running>false")
        .replacing("<participantCount>2", with: "<participantCount>0")
        .replacing(/(?s)<attendees>.*?<\/attendees>/, with: "<attendees>\n</attendees>")
    }
    let report = try await Courtroom.open(mutant: waiting) { target in
      try await Courtroom.report(target, only: "lifecycle/people-counted")
    }
    #expect(report.results[0].verdict == .skipped)
  }

  @Test func `silence in the middle of a check is the server's failure`() async throws {
    let report = try await Courtroom.open { target in
      let dead = APITarget(
        base: target.base, secret: Courtroom.secret, seed: 1, patience: target.patience,
        exchange: RefusingExchange())
      return try await Courtroom.report(dead, only: "index/answers-unsigned")
    }
    #expect(report.results[0].verdict == .failed)
    #expect(report.results[0].findings.map(\.actual) == ["connection refused"])
  }
}
