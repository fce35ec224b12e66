import BBBAPI
import Determinism
import Scenarios

extension WorldDraw {
  /// What goes wrong, and when; never two things at one time, so that it is plain what a call has met.
  func faults() -> [FaultRule] {
    var random = stream("faults")
    guard random.chance(0.6) else { return [] }
    var now = random.duration(minutes: 0...60)
    return (0..<random.number(1...3)).map { _ in
      var rule = rule(&random)
      rule.from = now == .zero ? nil : now
      now += random.duration(minutes: 5...60)
      rule.to = now
      now += random.duration(minutes: 1...30)
      return rule
    }
  }

  private func rule(_ random: inout RandomStream) -> FaultRule {
    // Of an API that is down 0.7.1 makes false zeros (contract §4): at `required` only the last instant may see one.
    guard goesBeyondRequired else { return random.chance(0.5) ? harmlessEdit(&random) : late(&random) }
    switch random.nextInteger(below: 10) {
    case 0, 1: return harmlessEdit(&random)
    case 2: return late(&random)
    case 3, 4, 5: return missing(&random)
    default: return down(&random)
    }
  }

  /// Elements that nobody has heard of come with every new version of BBB.
  private func harmlessEdit(_ random: inout RandomStream) -> FaultRule {
    let edits: [DocumentEdit] = [
      .insert("meetings/meeting", "<novelty><participantCount>99</participantCount></novelty>"),
      .insert("meetings/meeting/attendees/attendee", "<mood>fine</mood>"),
      .insert("meetings", "<!-- a comment --><note/>"),
      .insert("meetings/meeting/metadata", "<novelty>a &amp; b</novelty>"),
    ]
    return edit([random.pick(edits)])
  }

  private func late(_ random: inout RandomStream) -> FaultRule {
    let delay = Duration.milliseconds(random.number(5...40))
    var rule = FaultRule(effect: .latency(DurationDistribution(seconds: .constant(delay.inSeconds))))
    rule.calls = random.pick([[], [.getMeetings], [.getRecordings]])
    return rule
  }

  /// Elements that a server of another make has forgotten (contract §4, odd fields).
  private func missing(_ random: inout RandomStream) -> FaultRule {
    let elements = [
      "participantCount", "listenerCount", "voiceParticipantCount", "videoCount", "moderatorCount",
      "isBreakout",
      "internalMeetingID", "metadata", "attendees/attendee/clientType", "attendees/attendee[1]/clientType",
    ]
    return edit(
      (0..<random.number(1...2)).map { _ in
        let meeting = random.chance(0.2) ? "meeting" : "meeting[\(random.number(1...4))]"
        return .remove(Self.path("meetings/\(meeting)/\(random.pick(elements))"))
      })
  }

  private static func path(_ text: String) -> ElementPath { ElementPath(stringLiteral: text) }

  private func edit(_ edits: [DocumentEdit]) -> FaultRule {
    var rule = FaultRule(effect: .edit(edits))
    rule.calls = [.getMeetings]
    return rule
  }

  /// No answer, or none that says anything.
  private func down(_ random: inout RandomStream) -> FaultRule {
    var rule = FaultRule(effect: random.pick(Self.failures))
    // Calls that change the world are never met: what is refused would be nobody's finding.
    rule.calls = random.pick([[.getMeetings], [.getRecordings], [.getMeetings, .getRecordings]])
    if rule.calls == [.getRecordings], random.chance(0.5) { rule.states = [random.pick(CallHistory.states)] }
    return rule
  }

  private static let failures: [FaultRule.Effect] =
    [
      .status(503), .status(500), .status(404), .status(429, retryAfter: .seconds(30)), .html,
      .failed(APIFailure(messageKey: "checksumError", message: "Checksums do not match")),
      .failed(APIFailure(messageKey: "<odd>", message: "\"odd\" & so on")), .reset, .close, .empty,
      .truncated(bytes: 40),
      .truncated(bytes: 40, isChunked: true), .garbage(bytes: 3000),
    ] + FaultRule.Damage.allCases.map { .malformed($0) }

  /// The end of a day that `required` covers too: every call fails.
  func outage(_ random: inout RandomStream) -> FaultRule {
    FaultRule(effect: random.pick([.status(503), .html, .reset, .empty]))
  }
}
