public import BBBAPI

extension World {
  /// The session of a token; nil when there is none, or its meeting has ended.
  public func session(_ token: String) -> UserSession? {
    granted(token)?.session
  }

  /// The living meeting with exactly this internal ID.
  public func meeting(internalID: String) -> Meeting? {
    slotByInternalID[internalID].map { slots[$0].meeting }
  }

  /// The latest session of somebody, by the internal user ID (`w_…`).
  public func session(ofUser userID: String) -> UserSession? {
    for position in order {
      let sessions = slots[position].sessions
      if let found = sessions.last(where: { $0.session.client.userID == userID }) { return found.session }
    }
    return nil
  }

  /// Whether a browser with this servlet session has joined a meeting that is alive.
  public func isServletSessionKnown(_ servletSession: String) -> Bool {
    order.contains { position in
      slots[position].sessions.contains { $0.session.servletSession == servletSession }
    }
  }

  /// Those who wait in a meeting for a moderator's decision, in the order of coming.
  public func waitingGuests(internalMeetingID: String) -> [UserSession] {
    guard let slot = slotByInternalID[internalMeetingID] else { return [] }
    return slots[slot].sessions.filter { $0.waiting != nil }.map(\.session)
  }

  /// Everybody who has a session, as meetings with names: those who wait, and those in a browser who are in.
  ///
  /// People whom a scenario sends have never called `join`, but a real server would list them all the same.
  public var sessionHolders: [(internalMeetingID: String, meetingName: String, userName: String)] {
    order.flatMap { position in
      let slot = slots[position]
      let people = slot.meeting.attendees.filter { $0.isOnline && $0.role != .dialInUser }.map(\.fullName)
      let waiting = slot.sessions.filter { $0.waiting != nil }.map(\.session.fullName)
      return (people + waiting).map {
        (slot.meeting.details.internalMeetingID, slot.meeting.details.name, $0)
      }
    }
  }

  private func granted(_ token: String) -> GrantedSession? {
    guard let key = meetingBySessionToken[token], let slot = slotByKey[key] else { return nil }
    return slots[slot].sessions.first { $0.token == token }
  }
}

/// What becomes of sessions.
extension World {
  mutating func admit(_ key: MeetingKey, _ person: PersonKey, _ attendee: Attendee, _ session: UserSession) {
    guard let slot = slotByKey[key] else { return }
    let waits = session.client.guestStatus == .wait
    slots[slot].sessions.append(
      GrantedSession(person: person, session: session, waiting: waits ? attendee : nil))
    meetingBySessionToken[session.client.sessionToken] = key
    guard session.client.guestStatus == .allow else { return }
    if !session.isBot { makeRoom(for: attendee.userID, key, slot) }
    join(key, person, attendee)
  }

  /// Sends the oldest session of a user away who would have too many; akka-apps calls the reason a duplicate user.
  private mutating func makeRoom(for userID: String, _ key: MeetingKey, _ slot: Int) {
    guard slots[slot].everJoined.contains(userID) else { return }
    guard slots[slot].everJoined.contains(userID) else { return }
    let present = slots[slot].meeting.attendees.indices.filter { position in
      let attendee = slots[slot].meeting.attendees[position]
      return attendee.isOnline && attendee.userID.hasSameBytes(as: userID)
    }
    guard present.count >= MeetingSettings.maxUserConcurrentAccesses, let oldest = present.first else {
      return
    }
    leave(key, slots[slot].stays[oldest].person)
  }

  mutating func open(_ session: UserSession, _ key: MeetingKey, replacing replaced: String?) {
    guard let slot = slotByKey[key],
      let known = slots[slot].sessions.first(where: { $0.session.client.userID == session.client.userID })
    else { return }
    slots[slot].sessions.append(
      GrantedSession(person: known.person, session: session, waiting: known.waiting))
    meetingBySessionToken[session.client.sessionToken] = key
    if let replaced { close(replaced) }
  }

  mutating func signOut(_ token: String) {
    guard let key = meetingBySessionToken[token], let person = granted(token)?.person else { return }
    close(token)
    guard let slot = slotByKey[key], !slots[slot].sessions.contains(where: { $0.person == person }) else {
      return
    }
    leave(key, person)
  }

  mutating func closeSessions(of person: PersonKey, _ slot: Int) {
    for granted in slots[slot].sessions where granted.person == person { close(granted.token) }
  }

  private mutating func close(_ token: String) {
    guard let key = meetingBySessionToken.removeValue(forKey: token), let slot = slotByKey[key] else {
      return
    }
    slots[slot].sessions.removeAll { $0.token == token }
  }
}

/// What moderators and presenters do.
extension World {
  mutating func decide(_ key: MeetingKey, guest: String?, _ status: GuestStatus) {
    guard status != .wait, let slot = slotByKey[key] else { return }
    let meant = slots[slot].sessions.indices.filter { index in
      let granted = slots[slot].sessions[index]
      return granted.waiting != nil && guest.map(granted.isMeant) ?? true
    }
    var admitted: [PersonKey] = []
    for index in meant {
      let granted = slots[slot].sessions[index]
      slots[slot].sessions[index].session.client.guestStatus = status
      slots[slot].sessions[index].waiting = nil
      // Somebody with two sessions comes in once.
      guard status == .allow, let attendee = granted.waiting, !admitted.contains(granted.person) else {
        continue
      }
      admitted.append(granted.person)
      join(key, granted.person, attendee)
    }
  }

  mutating func insert(_ documents: [PresentationDocument], _ key: MeetingKey) {
    guard let slot = slotByKey[key] else { return }
    if documents.contains(where: \.isCurrent) {
      for index in slots[slot].meeting.documents.indices {
        slots[slot].meeting.documents[index].isCurrent = false
      }
    }
    slots[slot].meeting.documents += documents
  }
}

extension MeetingDetails {
  /// The voice conference of browsers where it is another than the voice bridge.
  var ownWebVoice: String? {
    settings.webVoice.isEmpty || settings.webVoice == voiceBridge ? nil : settings.webVoice
  }
}
