import BBBAPI
import Determinism
import TimelineEngine

extension Simulation {
  /// Lets a person into a meeting; the simulator counts them as connected at once (facts §2.3).
  /// - Source: ApiController `join` of 3.0, in its order of checks.
  mutating func join(_ parameters: QueryParameters, _ request: APIRequest) -> Answer {
    guard let meeting = meeting(parameters), violations(join: parameters) == nil else {
      return redirectAway(violations(join: parameters) ?? profile.joinUnknownMeeting, parameters, request)
    }
    if profile.hasSecondSessions, let userID = parameters.text("existingUserID") {
      return joinAgain(userID, meeting, parameters, request)
    }
    if let createTime = parameters["createTime"], Int64(createTime) != meeting.details.createTime {
      return refuseLate(.mismatchCreateTime, parameters, request)
    }
    let role: Role
    switch joinRole(parameters, in: meeting) {
    case .failure(let failure): return .failed(failure)
    case .role(let found): role = found
    }
    let isBot = profile.hasSecondSessions && parameters.flag("bot")
    if !isBot, isFull(meeting, for: parameters.text("userID")) {
      return refuseLate(.maxParticipantsReached, parameters, request)
    }
    let status = guestStatus(of: role, parameters, in: meeting)
    guard status != .deny else { return refuseLate(.guestDeniedAccess, parameters, request) }
    return admit(role, status, to: meeting, parameters, request)
  }

  /// What is wrong with the parameters, and with the meeting that they name.
  private func violations(join parameters: QueryParameters) -> APIFailure? {
    var violations = Violations()
    violations.checkMeetingID(parameters)
    violations.add(.fullNameMissing, if: parameters.text("fullName") == nil)
    violations.checkPassword(parameters["password"])
    violations.checkBoolean(parameters["guest"], .guestNotBoolean)
    violations.checkBoolean(parameters["auth"], .authNotBoolean)
    violations.checkInteger(parameters["createTime"], .createTimeNotIntegral)
    if let meeting = meeting(parameters) {
      let isWrong = profile.redirectsWrongPassword && !joinRole(parameters, in: meeting).isRole
      violations.add(.passwordOfNeitherRole, if: isWrong)
    } else {
      violations.add(profile.joinUnknownMeeting)
    }
    return violations.reported
  }

  /// Distinct external user IDs count, so that somebody who is in may come again (facts §4.6).
  func isFull(_ meeting: Meeting, for userID: String?) -> Bool {
    guard meeting.details.maxUsers > 0 else { return false }
    let present = Set(meeting.attendees.filter(\.isOnline).map(\.userID))
    return present.count >= meeting.details.maxUsers && !(userID.map(present.contains) ?? false)
  }

  private func guestStatus(of role: Role, _ parameters: QueryParameters, in meeting: Meeting) -> GuestStatus {
    let guest = parameters.text("guest").map { $0.lowercased() == "true" }
    return meeting.details.settings.guestPolicy.status(
      of: role, guest: guest, isAuthenticated: parameters.flag("auth", default: guest == nil),
      authenticatedGuest: profile.authenticatedGuest)
  }
}

/// How failures of `join` travel (facts §3.4).
extension Simulation {
  /// In the query of a redirect.
  func redirectAway(_ failure: APIFailure, _ parameters: QueryParameters, _ request: APIRequest) -> Answer {
    let logoutURL = parameters.text("logoutURL")?.fillingPlaceholders()
    let errorURL = profile.knowsErrorRedirect ? parameters.text("errorRedirectUrl") : nil
    return .redirectedAway(failure, target: errorURL ?? logoutURL ?? request.serverURL)
  }

  /// As XML where the caller asked for that and the version listens, when the parameters themselves were good.
  private func refuseLate(_ failure: APIFailure, _ parameters: QueryParameters, _ request: APIRequest)
    -> Answer
  {
    let isXML = profile.joinFailuresHonourRedirect && !parameters.redirects
    return isXML ? .failed(failure) : redirectAway(failure, parameters, request)
  }
}

extension QueryParameters {
  /// Whether `join` is to send the browser on; it is, unless told otherwise.
  var redirects: Bool { flag("redirect", default: true) }
}
