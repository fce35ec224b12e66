import BBBAPI
import BBBWire
import Determinism
import TimelineEngine

/// An event as bbb-webhooks tells it.
///
/// - Source: facts §2.19; bbb-webhooks `src/process/event.js`, `example/events/mapped-events.json`.
struct WebhookEvent: Sendable {
  /// Such as `user-joined`.
  let id: String
  /// The external ID, by which hooks choose.
  let meetingID: String
  private let attributes: [(String, OrderedJSON)]
  private let instant: SimulatedInstant

  init(
    _ id: String, _ meeting: [(String, OrderedJSON)], meetingID: String, also: [(String, OrderedJSON)] = [],
    at instant: SimulatedInstant
  ) {
    self.id = id
    self.meetingID = meetingID
    self.instant = instant
    attributes = [("meeting", .object(meeting))] + also
  }

  var json: OrderedJSON {
    .object([
      (
        "data",
        .object([
          ("type", "event"), ("id", .string(id)), ("attributes", .object(attributes)),
          ("event", .object([("ts", .number(instant.millisecondsSinceEpoch))])),
        ])
      )
    ])
  }

  /// What bbb-webhooks makes of a happening; several events when somebody leaves with camera and microphone on.
  static func events(of happened: Happened) -> [WebhookEvent] {
    let instant = happened.instant
    switch happened.happening {
    case .meetingCreated(let meeting):
      return [
        WebhookEvent(
          "meeting-created", meeting.details.members, meetingID: meeting.details.meetingID, at: instant)
      ]
    case .meetingEnded(let meeting, _):
      let details = meeting.details
      return [
        WebhookEvent(
          "meeting-ended", ids(details.internalMeetingID, details.meetingID), meetingID: details.meetingID,
          at: instant)
      ]
    case .userJoined(let meeting, let attendee):
      return [.user("user-joined", attendee, in: meeting, attendee.joined, at: instant)]
        + audio(of: attendee, in: meeting, from: .none, at: instant)
        + camera(of: attendee, in: meeting, from: 0, at: instant)
    case .userLeft(let meeting, let attendee):
      var silent = attendee
      (silent.audio, silent.cameraStreams) = (.none, 0)
      return audio(of: silent, in: meeting, from: attendee.audio, at: instant)
        + camera(of: silent, in: meeting, from: attendee.cameraStreams, at: instant)
        + [.user("user-left", attendee, in: meeting, at: instant)]
    case .audioChanged(let meeting, let attendee, let before):
      return audio(of: attendee, in: meeting, from: before, at: instant)
    case .cameraChanged(let meeting, let attendee, let before):
      return camera(of: attendee, in: meeting, from: before, at: instant)
    case .presenterChanged(let meeting, let attendee):
      let id = attendee.isPresenter ? "user-presenter-assigned" : "user-presenter-unassigned"
      return [.user(id, attendee, in: meeting, at: instant)]
    case .recordingEntered(let recording, let before):
      return recordingEvents(recording, from: before, at: instant)
    }
  }

  static func ids(_ internalMeetingID: String, _ meetingID: String) -> [(String, OrderedJSON)] {
    [("internal-meeting-id", .string(internalMeetingID)), ("external-meeting-id", .string(meetingID))]
  }

  private static func user(
    _ id: String, _ attendee: Attendee, in meeting: MeetingReference, _ also: [(String, OrderedJSON)] = [],
    at instant: SimulatedInstant
  ) -> WebhookEvent {
    let user = [
      ("internal-user-id", OrderedJSON.string(attendee.internalUserID(in: meeting))),
      ("external-user-id", .string(attendee.userID)),
    ]
    return WebhookEvent(
      id, ids(meeting.internalMeetingID, meeting.meetingID), meetingID: meeting.meetingID,
      also: [("user", .object(user + also))], at: instant)
  }

  private static func audio(
    of attendee: Attendee, in meeting: MeetingReference, from before: Audio, at instant: SimulatedInstant
  ) -> [WebhookEvent] {
    guard attendee.audio != before else { return [] }
    let isOn = attendee.audio != .none
    return [
      .user(
        isOn ? "user-audio-voice-enabled" : "user-audio-voice-disabled", attendee, in: meeting,
        [
          ("listening-only", .boolean(attendee.audio == .listening)),
          ("sharing-mic", .boolean(attendee.audio == .microphone)), ("muted", .boolean(!isOn)),
        ], at: instant)
    ]
  }

  private static func camera(
    of attendee: Attendee, in meeting: MeetingReference, from before: Int, at instant: SimulatedInstant
  ) -> [WebhookEvent] {
    let changed = min(before, attendee.cameraStreams)..<max(before, attendee.cameraStreams)
    let id = attendee.cameraStreams > before ? "user-cam-broadcast-start" : "user-cam-broadcast-end"
    return changed.map { number in
      let stream = "\(attendee.internalUserID(in: meeting))_\(number)"
      return .user(id, attendee, in: meeting, [("stream", .string(stream))], at: instant)
    }
  }
}

extension Attendee {
  /// The server's ID of a person, which the engine does not keep: it follows from the meeting and their own.
  fileprivate func internalUserID(in meeting: MeetingReference) -> String {
    if userID.hasPrefix("w_") || userID.hasPrefix("v_") { return userID }
    let digest = MeetingIdentifiers.recordIDPrefix(meetingID: "\(meeting.internalMeetingID)/\(userID)")
    return "w_\(digest.prefix(12))"
  }

  fileprivate var joined: [(String, OrderedJSON)] {
    [
      ("name", .string(fullName)), ("role", .string(role.rawValue)), ("presenter", .boolean(isPresenter)),
      ("userdata", .object(customData.map { ($0.key, .string($0.value)) })),
    ]
  }
}

extension MeetingDetails {
  /// What `meeting-created` tells, passwords included as BBB does.
  fileprivate var members: [(String, OrderedJSON)] {
    WebhookEvent.ids(internalMeetingID, meetingID) + [
      ("name", .string(name)), ("is-breakout", .boolean(breakout != nil)),
      ("parent-id", .string(breakout?.parentMeetingID ?? "bbb-none")),
      ("duration", .number(Int64(durationInMinutes))), ("create-time", .number(createTime)),
      ("create-date", .string(Response.createDate(of: createTime))), ("moderator-pass", .string(moderatorPW)),
      ("viewer-pass", .string(attendeePW)), ("record", .boolean(isRecorded)),
      ("voice-conf", .string(voiceBridge)), ("dial-number", .string(dialNumber)),
      ("max-users", .number(Int64(maxUsers))),
      ("metadata", .object(metadata.map { ($0.key, .string($0.value)) })),
    ]
  }
}
