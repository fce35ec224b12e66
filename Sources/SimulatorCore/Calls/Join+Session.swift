import BBBAPI
import Determinism
import TimelineEngine

extension Simulation {
  /// Gives a session, and lets the person in or into the lobby.
  mutating func admit(
    _ role: Role, _ status: GuestStatus, to meeting: Meeting, _ parameters: QueryParameters,
    _ request: APIRequest
  ) -> Answer {
    var random = commandStream.stream
    let userID = "w_" + random.nextAlphanumerics(12)
    let authToken = random.nextAlphanumerics(12)
    let client = clientSession(
      of: userID, authToken, status, in: meeting, waitsForLayout: parameters.enforcesLayout(profile),
      request, &random)
    let known = request.servletSession.flatMap { world.isServletSessionKnown($0) ? $0 : nil }
    var session = UserSession(
      client: client, externUserID: parameters.text("userID") ?? userID,
      fullName: parameters["fullName"] ?? "", role: role,
      servletSession: known ?? random.nextAlphanumerics(32).uppercased())
    session.read(parameters, in: meeting, profile)
    let attendee = Attendee(
      userID: session.externUserID, fullName: session.fullName, role: role, customData: parameters.customData)
    timeline.perform(
      .join(internalMeetingID: meeting.details.internalMeetingID, attendee, session: session))
    return answer(session, isNewBrowser: known == nil, parameters)
  }

  /// A further session of somebody who is in, as a link of `getJoinUrl` asks for it; 3.0 and later.
  /// - Source: ApiController `handleJoinExistingUser`.
  mutating func joinAgain(
    _ userID: String, _ meeting: Meeting, _ parameters: QueryParameters, _ request: APIRequest
  ) -> Answer {
    // bbb-web runs into a null pointer when nobody has the ID.
    guard var session = world.session(ofUser: userID) else { return .page(status: 500) }
    var random = commandStream.stream
    session.client = clientSession(
      of: userID, session.client.authToken, session.client.guestStatus, in: meeting,
      waitsForLayout: parameters.enforcesLayout(profile), request, &random)
    let known = request.servletSession.flatMap { world.isServletSessionKnown($0) ? $0 : nil }
    session.servletSession = known ?? random.nextAlphanumerics(32).uppercased()
    session.parameters =
      session.parameters.filter { $0.key == "avatarURL" }
      + parameters.firstPairs(named: ["sessionName", "enforceLayout"])
    timeline.perform(
      .openSession(
        internalMeetingID: session.client.internalMeetingID, session,
        replacing: parameters.text("replaceSessionToken")))
    return answer(session, isNewBrowser: known == nil, parameters)
  }

  private func answer(_ session: UserSession, isNewBrowser: Bool, _ parameters: QueryParameters) -> Answer {
    let cookie = isNewBrowser ? session.servletSession : nil
    return parameters.redirects
      ? .redirected(session.client, servletSession: cookie) : .joined(session.client, servletSession: cookie)
  }

  private func clientSession(
    of userID: String, _ authToken: String, _ status: GuestStatus, in meeting: Meeting, waitsForLayout: Bool,
    _ request: APIRequest, _ random: inout RandomStream
  ) -> ClientSession {
    var client = ClientSession(
      internalMeetingID: meeting.details.internalMeetingID, userID: userID, authToken: authToken,
      sessionToken: random.nextAlphanumerics(16), guestStatus: status, url: "")
    if status == .wait && profile.hasGuestWaitPage {
      client.url = client.guestWaitURL(request.serverURL)
    } else {
      client.url = client.clientURL(request.serverURL, profile, waitsForLayout: waitsForLayout)
    }
    return client
  }
}

extension UserSession {
  /// What the call says besides who comes.
  fileprivate mutating func read(_ parameters: QueryParameters, in meeting: Meeting, _ profile: Profile) {
    isGuest = parameters.flag("guest")
    isAuthenticated = parameters.flag("auth", default: parameters.text("guest") == nil)
    isBot = profile.hasSecondSessions && parameters.flag("bot")
    defaultLayout = parameters.text("defaultLayout") ?? meeting.details.settings.meetingLayout
    let given = parameters.text("logoutURL").flatMap { $0.isWebURL ? $0 : nil }
    logoutURL = (given ?? meeting.details.settings.logoutURL).fillingPlaceholders(
      meetingID: meeting.details.internalMeetingID, userID: client.userID, userName: fullName)
    var names: Set = ["avatarURL", "webcamBackgroundURL", "excludeFromDashboard"]
    if profile.hasSecondSessions { names.formUnion(["firstName", "lastName", "enforceLayout"]) }
    self.parameters = parameters.firstPairs(named: names)
  }
}

extension String {
  /// The URL with the placeholders filled in that BBB knows; blanked for people who have not been in a meeting (facts §3.4).
  func fillingPlaceholders(meetingID: String = "", userID: String = "", userName: String = "") -> String {
    guard utf8.contains(UInt8(ascii: "%")) else { return self }
    return replacing("%%MEETINGID%%", with: meetingID).replacing("%%USERID%%", with: userID)
      .replacing("%%USERNAME%%", with: PercentCoding.encodeLikeJava(userName))
  }
}

extension ClientSession {
  /// Where a guest waits, up to 2.7.
  func guestWaitURL(_ serverURL: String) -> String {
    "\(serverURL)/html5client/guestWait?sessionToken=\(sessionToken)"
  }

  /// Where somebody goes who may come in (facts §2.3).
  func clientURL(_ serverURL: String, _ profile: Profile, waitsForLayout: Bool = false) -> String {
    "\(serverURL)\(profile.clientPath)?\(waitsForLayout ? "waitLayout=1&" : "")sessionToken=\(sessionToken)"
  }
}

extension QueryParameters {
  fileprivate func enforcesLayout(_ profile: Profile) -> Bool {
    profile.hasSecondSessions && text("enforceLayout") != nil
  }

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
