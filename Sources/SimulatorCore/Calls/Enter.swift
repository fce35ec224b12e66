import BBBAPI
import BBBWire
import TimelineEngine

extension Simulation {
  /// Tells the client of 2.7 and before what it is in (facts §2.18).
  /// - Source: ApiController `enter` of 2.7; the order of failures is facts §3.5.
  func enter(_ parameters: QueryParameters, _ request: APIRequest) -> Answer {
    switch session(parameters, request) {
    case .invalid(let failure): return turnedAway(failure, nil, parameters, request)
    case .foreign(let session, _): return turnedAway(.sessionNotFound, session, parameters, request)
    case .valid(let session, let meeting):
      if session.client.guestStatus == .deny { return turnedAway(.guestDenied, session, parameters, request) }
      let isIn = meeting.attendees.contains {
        $0.isOnline && $0.userID.hasSameBytes(as: session.externUserID)
      }
      if !isIn, isFull(meeting, for: session.externUserID) {
        return turnedAway(.enterFull, session, parameters, request)
      }
      return .json(.members(["response": .object(EnteredMeeting(session, meeting, request).members)]))
    }
  }

  private func turnedAway(
    _ failure: APIFailure, _ session: UserSession?, _ parameters: QueryParameters, _ request: APIRequest
  ) -> Answer {
    let logoutURL = session.flatMap { $0.logoutURL.isEmpty ? nil : $0.logoutURL } ?? request.serverURL
    return .json(
      .response([
        "returncode": "FAILED", "message": .string(failure.message),
        "messageKey": .string(failure.messageKey),
        "sessionToken": parameters["sessionToken"].map { .string($0) } ?? .null,
        "logoutURL": .string(logoutURL),
      ]))
  }
}

/// What `enter` tells, in the order of bbb-web.
private struct EnteredMeeting {
  let members: [JSONValue.Member]

  init(_ session: UserSession, _ meeting: Meeting, _ request: APIRequest) {
    members =
      Self.person(session, meeting) + Self.recording(meeting.details) + Self.texts(session, meeting.details)
      + Self.look(session, meeting.details, request) + Self.data(session, meeting)
  }

  private static func person(_ session: UserSession, _ meeting: Meeting) -> [JSONValue.Member] {
    let details = meeting.details
    return list([
      "returncode": "SUCCESS", "fullname": .string(session.fullName), "confname": .string(details.name),
      "meetingID": .string(details.internalMeetingID), "externMeetingID": .string(details.meetingID),
      "externUserID": .string(session.externUserID), "internalUserID": .string(session.client.userID),
      "authToken": .string(session.client.authToken), "role": .string(session.role.rawValue),
      "guest": .boolean(session.isGuest), "guestStatus": .string(session.client.guestStatus.rawValue),
      "conference": .string(details.internalMeetingID), "room": .string(details.internalMeetingID),
      "voicebridge": .string(details.voiceBridge), "dialnumber": .string(details.dialNumber),
      "webvoiceconf": .string(details.settings.webVoice), "mode": "LIVE",
    ])
  }

  private static func recording(_ details: MeetingDetails) -> [JSONValue.Member] {
    let settings = details.settings
    return list([
      "record": .boolean(details.isRecorded), "isBreakout": .boolean(details.breakout != nil),
      "logoutTimer": .number(settings.parameter("logoutTimer").flatMap { Int64($0) } ?? 0),
      "allowStartStopRecording": .boolean(settings.flag("allowStartStopRecording", default: true)),
      "recordFullDurationMedia": .boolean(settings.flag("recordFullDurationMedia")),
    ])
  }

  private static func texts(_ session: UserSession, _ details: MeetingDetails) -> [JSONValue.Member] {
    let settings = details.settings
    var members = list(["welcome": .string(settings.welcome)])
    if session.role == .moderator, let message = settings.parameter("moderatorOnlyMessage") {
      members += list(["modOnlyMessage": .string(message)])
    }
    if let text = settings.parameter("bannerText") {
      members += list([
        "bannerText": .string(text), "bannerColor": .string(settings.parameter("bannerColor") ?? ""),
      ])
    }
    return members
      + list([
        "customLogoURL": .string(settings.parameter("logo") ?? ""),
        "customCopyright": .string(settings.parameter("copyright") ?? ""),
      ])
  }

  private static func look(
    _ session: UserSession, _ details: MeetingDetails, _ request: APIRequest
  ) -> [JSONValue.Member] {
    list([
      "muteOnStart": .boolean(details.settings.flag("muteOnStart")),
      "allowModsToUnmuteUsers": .boolean(details.settings.flag("allowModsToUnmuteUsers")),
      "logoutUrl": .string(session.logoutURL.isEmpty ? request.serverURL : session.logoutURL),
      "defaultLayout": .string(session.defaultLayout),
      "avatarURL": .string(session.parameter("avatarURL") ?? ""),
    ])
  }

  /// Arrays of objects with one member each.
  private static func data(_ session: UserSession, _ meeting: Meeting) -> [JSONValue.Member] {
    let own = meeting.attendees.first { $0.userID.hasSameBytes(as: session.externUserID) }
    func pairs(_ pairs: [Metadatum]) -> JSONValue {
      .array(pairs.map { .object([JSONValue.Member($0.key, .string($0.value))]) })
    }
    return list([
      "customdata": pairs(own?.customData ?? []), "metadata": pairs(meeting.details.metadata),
    ])
  }

  private static func list(_ members: KeyValuePairs<String, JSONValue>) -> [JSONValue.Member] {
    members.map { JSONValue.Member($0.key, $0.value) }
  }
}
