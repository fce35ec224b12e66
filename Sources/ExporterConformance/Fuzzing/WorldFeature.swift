import BBBAPI
import ConformanceKit
import Determinism
import Scenarios

/// Something that a world may hold, found by looking at it and not by asking who drew it.
public enum WorldFeature: String, Sendable, CaseIterable {
  case noMeetings = "no meetings"
  case manyMeetings = "over thirty meetings"
  case thousands = "a thousand people in one meeting"
  case hostileNames = "hostile names"
  case oddMetadata = "odd metadata"
  case origins
  case sharedIDs = "meetings that share an external ID"
  case breakouts = "breakout rooms"
  case dialIns = "dial-ins"
  case otherClients = "clients that BBB does not know"
  case leaving = "people who leave"
  case guests = "guests who wait"
  case chance = "meetings by chance"
  case events = "things that happen to people"
  case recordedMeetings = "recordings of the day"
  case everyState = "recordings that nobody works on"
  case groupedNumbers = "numbers grouped by a quirk"
  case missingElements = "missing elements"
  case unknownElements = "elements that nobody knows"
  case late = "late answers"
  case down = "an API that is down"
  case recordingsDown = "recordings alone that cannot be read"
  case calls = "meetings made over the API"
  case buckets = "buckets of its own"
  case recordingsOff = "recordings switched off"
  case debug
  case openMetrics = "OpenMetrics"
  case oddSecret = "a secret with odd characters"
}

extension WorldFeature {
  /// Whether a case holds it.
  func isHeld(by one: ConformanceCase) -> Bool {
    switch self {
    case .noMeetings, .manyMeetings, .thousands, .hostileNames, .oddMetadata, .origins, .sharedIDs,
      .breakouts:
      isHeld(byMeetings: one.scenario.meetings)
    case .dialIns, .otherClients, .leaving, .guests: isHeld(byPeople: one.scenario.meetings.flatMap(\.people))
    case .chance: !one.scenario.arrivals.isEmpty
    case .events: !one.scenario.timeline.isEmpty
    case .recordedMeetings: one.scenario.meetings.contains { $0.recording != nil }
    case .everyState: one.scenario.recordings.contains { $0.count > 0 && $0.drains == nil }
    case .groupedNumbers:
      one.scenario.server.quirks.contains {
        ["numbers", "getMeetingsNumbers"].contains($0.name) && $0.value != "plain"
      }
    case .missingElements, .unknownElements, .late, .down, .recordingsDown: isHeld(byFaults: one.rules)
    case .calls: one.steps.contains { !$0.changes.isEmpty }
    case .openMetrics: one.steps.contains { $0.scrape?.accept != nil }
    case .buckets: one.settings.contains { $0.name.hasSuffix("BUCKETS") }
    case .recordingsOff: one.settings.contains(Setting("RECORDINGS_METRICS", "false"))
    case .debug: one.settings.contains(Setting("DEBUG", "true"))
    case .oddSecret: one.scenario.server.secret.contains { !$0.isASCII || !($0.isLetter || $0.isNumber) }
    }
  }

  private func isHeld(byMeetings meetings: [MeetingPlan]) -> Bool {
    switch self {
    case .noMeetings: meetings.isEmpty
    case .manyMeetings: meetings.count > 30
    case .thousands: meetings.contains { $0.people.contains { $0.count >= 1000 } }
    case .hostileNames: meetings.contains { $0.name.contains { "<>&\"'\\".contains($0) || !$0.isASCII } }
    case .oddMetadata: meetings.contains { $0.metadata.contains { !$0.key.hasPrefix("bbb-") } }
    case .origins: meetings.contains { $0.origin != nil }
    case .sharedIDs: meetings.contains { $0.occurrence > 0 }
    default: meetings.contains { $0.breakouts != nil } || meetings.contains { $0.breakout != nil }
    }
  }

  private func isHeld(byPeople people: [PeoplePlan]) -> Bool {
    let clients = people.lazy.flatMap { $0.crowd.clients.map(\.value) }
    return switch self {
    case .dialIns: clients.contains(.dialIn)
    case .otherClients: clients.contains { ![.html5, .dialIn, .flash].contains($0) }
    case .leaving: people.contains { $0.leaves != nil }
    default: people.contains { $0.waits != nil }
    }
  }

  private func isHeld(byFaults rules: [FaultRule]) -> Bool {
    switch self {
    case .missingElements: rules.contains { $0.removes }
    case .unknownElements: rules.contains { if case .edit = $0.effect { !$0.removes } else { false } }
    case .late: rules.contains { if case .latency = $0.effect { true } else { false } }
    case .down: rules.contains { $0.isOutage && $0.calls != [.getRecordings] }
    default: rules.contains { $0.isOutage && $0.calls == [.getRecordings] }
    }
  }
}

extension ConformanceCase {
  /// Every rule that is ever in force.
  fileprivate var rules: [FaultRule] { scenario.faults + steps.flatMap { $0.faults ?? [] } }
}

extension FaultRule {
  /// Whether an element is taken out of answers.
  fileprivate var removes: Bool {
    guard case .edit(let edits) = effect else { return false }
    return edits.contains { if case .remove = $0 { true } else { false } }
  }
}
