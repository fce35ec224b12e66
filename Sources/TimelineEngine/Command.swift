public import BBBAPI
public import Determinism
import Scenarios

/// A change that an API call made: complete in itself, so that replaying it needs neither clock nor chance.
public enum Command: Sendable, Equatable, Codable {
  /// `create`, with every ID, number and password settled.
  case create(MeetingDetails, records: Bool)
  /// `join`, to the meeting with this internal ID.
  case join(internalMeetingID: String, Attendee)
  /// `end` of the meeting with this internal ID.
  case end(internalMeetingID: String)
}

/// A command and its moment.
public struct JournalEntry: Sendable, Equatable, Codable {
  /// The position in the journal, from 0.
  public let sequence: Int
  /// When the command was given, on the simulated clock.
  public let instant: SimulatedInstant
  /// What was asked for.
  public let command: Command
}

extension World {
  /// The event that a command means in this world; nil when the meeting is gone.
  func event(for command: Command, sequence: Int) -> Event? {
    switch command {
    case .create(let details, let records):
      if let parent = details.breakout?.parentMeetingID, slotByInternalID[parent] == nil { return nil }
      let seed = MeetingSeed(
        details: details, recording: records ? RecordingPlan() : nil, startDelay: .milliseconds(28))
      return .created(MeetingKey(.command(sequence)), seed)
    case .join(let internalMeetingID, let attendee):
      return key(of: internalMeetingID).map { .joined($0, .command(sequence), attendee) }
    case .end(let internalMeetingID):
      return key(of: internalMeetingID).map { .ended($0) }
    }
  }

  private func key(of internalMeetingID: String) -> MeetingKey? {
    slotByInternalID[internalMeetingID].map { slots[$0].key }
  }
}
