import BBBAPI
import TimelineEngine

/// Whose session a call with a token is about, as far as it could be found out.
enum SessionCheck {
  /// Everything is in order.
  case valid(UserSession, Meeting)
  /// The token is known, but another browser's, which has no cookie of the one that joined (facts §6.10).
  case foreign(UserSession, Meeting)
  /// No such session; the failure of bbb-web's validation.
  case invalid(APIFailure)
}

extension Simulation {
  /// Looks a session up by the `sessionToken` parameter.
  /// - Source: ApiController `hasValidSession`; facts §2.18.
  func session(_ parameters: QueryParameters, _ request: APIRequest) -> SessionCheck {
    guard let token = parameters.text("sessionToken") else { return .invalid(.sessionTokenMissing) }
    guard let session = world.session(token),
      let meeting = world.meeting(internalID: session.client.internalMeetingID)
    else { return .invalid(.sessionInvalid) }
    let isOwn =
      request.servletSession == session.servletSession || profile.allowsRequestsWithoutSession
      || meeting.details.settings.allowRequestsWithoutSession
    return isOwn ? .valid(session, meeting) : .foreign(session, meeting)
  }
}
