import BBBAPI
import Determinism
import TimelineEngine

extension Simulation {
  /// Lets a person into a meeting; the simulator counts them as connected at once (facts §2.3).
  /// - Source: ApiController `join` of 3.0, in its order of checks.
  mutating func join(_ parameters: QueryParameters, _ request: APIRequest) -> Answer {
    guard let meeting = parameters["meetingID"].flatMap({ world.meeting(matching: $0) }),
      violations(join: parameters) == nil
    else {
      return redirectAway(violations(join: parameters) ?? profile.joinUnknownMeeting, parameters, request)
    }
    let redirects = parameters.text("redirect").map { $0.lowercased() == "true" } ?? true
    if let failure = refusal(of: parameters, to: meeting) {
      let isXML = !redirects && profile.joinFailuresHonourRedirect
      return isXML ? .failed(failure) : redirectAway(failure, parameters, request)
    }
    switch role(parameters, in: meeting) {
    case .failure(let failure): return .failed(failure)
    case .role(let role): return admit(role, to: meeting, parameters, redirects: redirects, request)
    }
  }

  private func violations(join parameters: QueryParameters) -> APIFailure? {
    var violations = Violations()
    violations.checkMeetingID(parameters)
    violations.add(.fullNameMissing, if: parameters.text("fullName") == nil)
    violations.checkPassword(parameters["password"])
    violations.checkBoolean(parameters["guest"], .guestNotBoolean)
    violations.checkBoolean(parameters["auth"], .authNotBoolean)
    violations.checkInteger(parameters["createTime"], .createTimeNotIntegral)
    if parameters["meetingID"].flatMap({ world.meeting(matching: $0) }) == nil {
      violations.add(profile.joinUnknownMeeting)
    }
    return violations.reported
  }

  /// What keeps a well-formed request out of this meeting.
  private func refusal(of parameters: QueryParameters, to meeting: Meeting) -> APIFailure? {
    if let createTime = parameters["createTime"], Int64(createTime) != meeting.details.createTime {
      return .mismatchCreateTime
    }
    let maxUsers = meeting.details.maxUsers
    guard maxUsers > 0 else { return nil }
    // Distinct external user IDs count, so that somebody who is in may come again (facts §4.6).
    let present = Set(meeting.attendees.filter(\.isOnline).map(\.userID))
    let isKnown = parameters.text("userID").map(present.contains) ?? false
    return present.count >= maxUsers && !isKnown ? .maxParticipantsReached : nil
  }

  private enum RoleDecision {
    case role(Role)
    case failure(APIFailure)
  }

  private func role(_ parameters: QueryParameters, in meeting: Meeting) -> RoleDecision {
    switch parameters["role"]?.lowercased() {
    case "moderator": return .role(.moderator)
    case "viewer": return .role(.viewer)
    default: break
    }
    guard let password = parameters.text("password") else { return .failure(.roleOrPasswordRequired) }
    if password == meeting.details.moderatorPW { return .role(.moderator) }
    return password == meeting.details.attendeePW ? .role(.viewer) : .failure(.validPasswordRequired)
  }

  private mutating func admit(
    _ role: Role, to meeting: Meeting, _ parameters: QueryParameters, redirects: Bool, _ request: APIRequest
  ) -> Answer {
    var random = commandStream.stream
    let session = ClientSession(
      admittedTo: meeting, clientURL: request.serverURL + profile.clientPath, &random)
    let attendee = Attendee(
      userID: parameters.text("userID") ?? session.userID, fullName: parameters["fullName"] ?? "", role: role,
      customData: parameters.customData)
    timeline.perform(.join(internalMeetingID: meeting.details.internalMeetingID, attendee))
    let servletSession = random.nextAlphanumerics(32).uppercased()
    return redirects
      ? .redirected(session, servletSession: servletSession)
      : .joined(session, servletSession: servletSession)
  }

  /// Errors of `join` travel in the query of a redirect (facts §3.4).
  func redirectAway(_ failure: APIFailure, _ parameters: QueryParameters, _ request: APIRequest) -> Answer {
    let target = parameters.text("errorRedirectUrl") ?? parameters.text("logoutURL") ?? request.serverURL
    return .redirectedAway(failure, target: target)
  }
}

extension ClientSession {
  /// A session with IDs and tokens of the lengths that bbb-web gives them (facts §2.3).
  fileprivate init(admittedTo meeting: Meeting, clientURL: String, _ random: inout RandomStream) {
    let userID = "w_" + random.nextAlphanumerics(12)
    let authToken = random.nextAlphanumerics(12)
    let sessionToken = random.nextAlphanumerics(16)
    self.init(
      internalMeetingID: meeting.details.internalMeetingID, userID: userID, authToken: authToken,
      sessionToken: sessionToken, url: "\(clientURL)?sessionToken=\(sessionToken)")
  }
}

extension QueryParameters {
  /// `userdata-` parameters; only names with exactly one hyphen are taken (facts §4.7).
  fileprivate var customData: [Metadatum] {
    pairs.filter { $0.key.hasPrefix("userdata-") && $0.key.count(where: { $0 == "-" }) == 1 }
      .map { Metadatum(String($0.key.dropFirst("userdata-".count)), $0.value) }
  }
}
