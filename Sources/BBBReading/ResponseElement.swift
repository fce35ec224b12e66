/// The elements of BBB's answers that are read; every other one is passed over, at any depth (``PassedOver``).
///
/// The raw value is the name on the wire. Anomalies are reported with these names only, never with a document's own.
///
/// - Source: facts §2.6, §2.7, §2.10, §3.
public enum ResponseElement: String, CaseIterable, Sendable {
  case response
  case returncode
  case messageKey
  case message
  case errors
  case error
  case key
  case meetings
  case meeting
  case meetingName
  case meetingID
  case internalMeetingID
  case createTime
  case recording
  case participantCount
  case listenerCount
  case voiceParticipantCount
  case videoCount
  case moderatorCount
  case isBreakout
  case attendees
  case attendee
  case clientType
  case metadata
  case origin = "bbb-origin"
  case originServerName = "bbb-origin-server-name"
  case recordings
  case pagination
  case totalElements
}
