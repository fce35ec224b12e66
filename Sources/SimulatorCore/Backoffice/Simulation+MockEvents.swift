import BBBAPI
import Determinism
import TimelineEngine

extension Simulation {
  /// Writes down what somebody did who is in a meeting; the journal is where it is kept.
  mutating func addMeetingEvent(_ parameters: QueryParameters) -> BackofficeAnswer {
    guard let meeting = mockMeeting(parameters) else { return .notFound("a meeting with that meeting ID") }
    let userID = parameters["attendeeID"] ?? ""
    guard meeting.attendees.contains(where: { $0.userID == userID }) else {
      return .notFound("an attendee with this attendee Id")
    }
    let event = EngagementEvent(
      userID: userID, type: parameters.text("eventType") ?? "join", data: parameters["eventData"] ?? "")
    timeline.perform(.noteEngagement(internalMeetingID: meeting.details.internalMeetingID, event))
    return .success(("error", .flag(false)))
  }

  /// What people did in a meeting, in the shape of the analytics callback.
  func sendAllEvents(_ parameters: QueryParameters) -> BackofficeAnswer {
    guard let meeting = mockMeeting(parameters) else { return .notFound("a meeting with that meeting ID") }
    return .success(("error", .flag(false)), ("data", engagement(in: meeting)))
  }

  /// The mock's analytics data of a meeting.
  func engagement(in meeting: Meeting) -> BackofficeValue {
    var people: [EngagementCount] = []
    for event in events(of: meeting) {
      let index = people.firstIndex { $0.userID == event.userID } ?? people.endIndex
      if index == people.endIndex { people.append(EngagementCount(userID: event.userID)) }
      people[index].count(event)
    }
    let details = meeting.details
    let data: [(String, BackofficeValue)] = [
      (
        "metadata",
        .fields([("is_breakout", .flag(details.breakout != nil)), ("analytics_callback_url", "")])
      ),
      ("duration", .number((world.instant.millisecondsSinceEpoch - details.createTime) / 1000)),
      ("start", .text(SimulatedInstant(millisecondsSinceEpoch: details.createTime).iso8601)), ("finish", ""),
      ("attendees", .numbered(people.map(\.value))),
    ]
    return .fields([
      ("meeting_id", .text(details.meetingID)), ("internal_meeting_id", .text(details.internalMeetingID)),
      ("data", .fields(data)),
    ])
  }

  private func events(of meeting: Meeting) -> [EngagementEvent] {
    timeline.journal.compactMap { entry in
      guard case .noteEngagement(meeting.details.internalMeetingID, let event) = entry.command else {
        return nil
      }
      return event
    }
  }
}

/// What a person did, counted.
private struct EngagementCount {
  let userID: String
  private var seconds = 0
  /// In the mock's order; kinds that it doesn't know come behind.
  private var counts: [(kind: String, count: Int)] = [
    ("chats", 0), ("talks", 0), ("raisehand", 0), ("emojis", 0), ("poll_votes", 0), ("talk_time", 0),
  ]

  init(userID: String) {
    self.userID = userID
  }

  mutating func count(_ event: EngagementEvent) {
    if event.type == "attendance" {
      seconds += Int(event.data.prefix { $0.isNumber }).map { min($0, 1_000_000_000) } ?? 0
    } else if let index = counts.firstIndex(where: { $0.kind == event.type }) {
      counts[index].count += 1
    } else if event.type.utf8.allSatisfy({ (0x61...0x7a).contains($0) || $0 == 0x5f }) {
      counts.append((event.type, 1))
    }
  }

  var value: BackofficeValue {
    .fields([
      ("ext_user_id", .text(userID)),
      ("engagement", .fields(counts.map { ($0.kind, .number($0.count)) })), ("duration", .number(seconds)),
    ])
  }
}
