import BBBAPI
import BBBWire
import TimelineEngine

extension Simulation {
  /// Tells a guest how things stand, up to 2.7: the page asks every few seconds (facts §2.18).
  /// - Source: ApiController `guestWaitHandler` of 2.7.
  func guestWait(_ parameters: QueryParameters, _ request: APIRequest) -> Answer {
    switch session(parameters, request) {
    case .invalid(let failure): return rejected(failure, request)
    // bbb-web looks at the token alone here.
    case .foreign(let session, let meeting), .valid(let session, let meeting):
      return standing(of: session, in: meeting, parameters, request)
    }
  }

  private func rejected(_ failure: APIFailure, _ request: APIRequest) -> Answer {
    .json(
      .response([
        "returncode": "FAILED", "messageKey": .string(failure.messageKey),
        "message": .string(failure.message),
        "url": .string(request.serverURL),
      ]))
  }

  private func standing(
    of session: UserSession, in meeting: Meeting, _ parameters: QueryParameters, _ request: APIRequest
  ) -> Answer {
    let waitURL = session.client.guestWaitURL(request.serverURL)
    switch session.client.guestStatus {
    case .wait: return told(.guestWaiting, .wait, url: waitURL, session)
    case .deny:
      return told(
        .guestDeny, .deny, url: session.logoutURL.isEmpty ? request.serverURL : session.logoutURL, session)
    case .allow:
      let isIn = meeting.attendees.contains {
        $0.isOnline && $0.userID.hasSameBytes(as: session.externUserID)
      }
      if !isIn, isFull(meeting, for: session.externUserID) {
        return told(.seatWait, .wait, url: waitURL, session)
      }
      let clientURL = session.client.clientURL(request.serverURL, profile)
      let redirects = parameters.text("redirect").map { $0.lowercased() == "true" } ?? true
      return redirects ? .sentOn(clientURL) : told(.guestAllowed, .allow, url: clientURL, session)
    }
  }

  private func told(_ notice: APINotice, _ status: GuestStatus, url: String, _ session: UserSession) -> Answer
  {
    let queue = world.waitingGuests(internalMeetingID: session.client.internalMeetingID)
    let place = queue.firstIndex { $0.client.userID == session.client.userID }.map { $0 + 1 }
    return .json(
      .response([
        "returncode": "SUCCESS", "messageKey": .string(notice.messageKey), "message": .string(notice.message),
        "meeting_id": .string(session.client.internalMeetingID), "user_id": .string(session.client.userID),
        "auth_token": .string(session.client.authToken),
        "session_token": .string(session.client.sessionToken),
        "guestStatus": .string(status.rawValue), "lobbyMessage": "", "url": .string(url),
        "positionInWaitingQueue": .string(place.map(String.init) ?? ""),
      ]))
  }
}
