import BBBAPI
import ConformanceKit
import Testing

@testable import APIConformance

@Suite struct DiscretionTests {
  /// Everything fails, and the server says back what it was told.
  private let gossip = Mutant.lying("gossips", "create/fresh-meeting") { request, answer in
    let telling = ["fullName=", "moderatorPW=", "password="]
    let piece = request.pieces.first { piece in telling.contains { piece.hasPrefix($0) } } ?? "nothing"
    answer = .failed("\(Courtroom.secret.reveal) \(piece)")
  }

  /// Everything fails, and what the server says is what it always says.
  private let moody = Mutant.lying("has status 500 for everything", "create/fresh-meeting") { _, answer in
    answer.status = 500
  }

  @Test func `a report shows no secret, no password and nobody's name`() async throws {
    for mutant in [nil, gossip, moody] {
      let text = try await Courtroom.open(mutant: mutant) { target in
        let report = try await Courtroom.report(target)
        let redacted = RedactedReport(report, by: APISuite.redactor(hiding: Courtroom.secret))
        return JSONReport().text(of: redacted) + ConsoleReport().text(of: redacted)
      }
      let meetings = APISuite.rules.flatMap { rule in (0..<4).map { OwnMeeting($0, of: rule.slug, seed: 1) } }
      let hidden = meetings.flatMap { [$0.moderatorPW, $0.attendeePW] }
      #expect(mutant?.name != gossip.name || text.contains("[redacted] moderatorPW=[redacted]"))
      for word in hidden + [
        Courtroom.secret.reveal, "Ada", "Chloé", "algebra-seminar", "Conformance%20moderator",
      ] {
        #expect(!text.contains(word), "\(word)")
      }
    }
  }
}
