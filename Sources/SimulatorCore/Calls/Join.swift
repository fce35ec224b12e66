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
    let isXML = !redirects && profile.joinFailuresHonourRedirect
    if let createTime = parameters["createTime"], Int64(createTime) != meeting.details.createTime {
      return isXML ? .failed(.mismatchCreateTime) : redirectAway(.mismatchCreateTime, parameters, request)
    }
    switch role(parameters, in: meeting) {
    case .failure(let failure):
      return .failed(failure)
    case .role where isFull(meeting, for: parameters.text("userID")):
      return isXML
        ? .failed(.maxParticipantsReached) : redirectAway(.maxParticipantsReached, parameters, request)
    case .role(let role):
      return admit(role, to: meeting, parameters, redirects: redirects, request)
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

  /// Distinct external user IDs count, so that somebody who is in may come again (facts §4.6).
  private func isFull(_ meeting: Meeting, for userID: String?) -> Bool {
    guard meeting.details.maxUsers > 0 else { return false }
    let present = Set(meeting.attendees.filter(\.isOnline).map(\.userID))
    return present.count >= meeting.details.maxUsers && !(userID.map(present.contains) ?? false)
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
    if password.hasSameBytes(as: meeting.details.moderatorPW) { return .role(.moderator) }
    return password.hasSameBytes(as: meeting.details.attendeePW)
      ? .role(.viewer) : .failure(.validPasswordRequired)
  }

  private mutating func admit(
    _ role: Role, to meeting: Meeting, _ parameters: QueryParameters, redirects: Bool, _ request: APIRequest
  ) -> Answer {
    var random = commandStream.stream
    let session = ClientSession(
      admittedTo: meeting, clientURL: request.serverURL + profile.clientPath,
      waitsForLayout: parameters.text("enforceLayout") != nil, &random)
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
    let logoutURL = parameters.text("logoutURL")?.withoutPlaceholders
    let target = parameters.text("errorRedirectUrl") ?? logoutURL ?? request.serverURL
    return .redirectedAway(failure, target: target)
  }
}

extension String {
  /// The URL without the placeholders that BBB fills in for people who have been in a meeting (facts §3.4).
  fileprivate var withoutPlaceholders: String {
    ["%%MEETINGID%%", "%%USERID%%", "%%USERNAME%%"].reduce(self) { $0.replacing($1, with: "") }
  }
}

extension ClientSession {
  /// A session with IDs and tokens of the lengths that bbb-web gives them (facts §2.3).
  fileprivate init(
    admittedTo meeting: Meeting, clientURL: String, waitsForLayout: Bool, _ random: inout RandomStream
  ) {
    let userID = "w_" + random.nextAlphanumerics(12)
    let authToken = random.nextAlphanumerics(12)
    let sessionToken = random.nextAlphanumerics(16)
    self.init(
      internalMeetingID: meeting.details.internalMeetingID, userID: userID, authToken: authToken,
      sessionToken: sessionToken,
      url: "\(clientURL)?\(waitsForLayout ? "waitLayout=1&" : "")sessionToken=\(sessionToken)")
  }
}

extension QueryParameters {
  /// `userdata-` parameters; only names with exactly one hyphen are taken, of a repeated one the first (facts §4.7).
  fileprivate var customData: [Metadatum] {
    var seen: Set<String> = []
    return pairs.filter { pair in
      pair.key.hasPrefix("userdata-") && pair.key.utf8.count { $0 == UInt8(ascii: "-") } == 1
        && seen.insert(pair.key).inserted
    }
    .map { Metadatum(String($0.key.dropFirst("userdata-".count)), $0.value) }
  }
}
