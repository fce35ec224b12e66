import BBBAPI
import Determinism

extension World {
  /// How long BBB keeps a person in the user map after they left (`usersTimeout`, facts §4.3, §8).
  static let usersTimeout = Duration.seconds(60)

  mutating func join(_ key: MeetingKey, _ person: PersonKey, _ attendee: Attendee) {
    guard let slot = slotByKey[key] else { return }
    slots[slot].people.append(person)
    slots[slot].meeting.attendees.append(attendee)
    slots[slot].meeting.hasUserJoined = true
    slots[slot].meeting.endTime = 0
    slots[slot].everJoined.insert(attendee.userID)
    if person.cameByCommand { slots[slot].meeting.shareCustomData(of: attendee) }
    tell(ofPersonAt: slots[slot].people.count - 1, inSlot: slot) { .userJoined($0, $1) }
    if attendee.role == .moderator { choosePresenter(inSlot: slot) }
  }

  mutating func leave(_ key: MeetingKey, _ person: PersonKey) {
    guard let slot = slotByKey[key] else { return }
    for room in slots[slot].openRooms { leave(room, person) }
    slots[slot].awayInBreakout[person] = nil
    guard let position = slots[slot].position(of: person), slots[slot].meeting.attendees[position].isOnline
    else {
      return
    }
    let gone = slots[slot].meeting.attendees[position]
    tell(ofPersonAt: position, inSlot: slot) { .userLeft($0, $1) }
    slots[slot].meeting.attendees[position].disconnect()
    if gone.isPresenter { choosePresenter(inSlot: slot) }
    if gone.role == .moderator { watchForModerators(key, slot) }
    timers.schedule(.purged(key, person), at: instant.advanced(by: World.usersTimeout))
    if !slots[slot].meeting.attendees.contains(where: \.isOnline) { becomeEmpty(key, slot) }
  }

  mutating func purge(_ key: MeetingKey, _ person: PersonKey) {
    guard let slot = slotByKey[key] else { return }
    let gone = slots[slot].people.indices.first { position in
      slots[slot].people[position] == person && !slots[slot].meeting.attendees[position].isOnline
    }
    guard let gone else { return }
    slots[slot].people.remove(at: gone)
    slots[slot].meeting.attendees.remove(at: gone)
    closeSessions(of: person, slot)
  }

  /// Starts to wait for another moderator, in a meeting that ends without one (`endWhenNoModerator`, facts §4.4).
  private mutating func watchForModerators(_ key: MeetingKey, _ slot: Int) {
    let settings = slots[slot].meeting.details.settings
    guard settings.endWhenNoModerator, !slots[slot].meeting.hasModeratorOnline else { return }
    slots[slot].moderatorVacancies += 1
    let timer = WorldTimer.moderatorless(key, vacancy: slots[slot].moderatorVacancies)
    timers.schedule(timer, at: instant.afterMinutes(settings.endWhenNoModeratorDelayInMinutes))
  }

  private mutating func choosePresenter(inSlot slot: Int) {
    guard let chosen = slots[slot].meeting.choosePresenter() else { return }
    tell(ofPersonAt: chosen, inSlot: slot) { .presenterChanged($0, $1) }
  }

  private mutating func becomeEmpty(_ key: MeetingKey, _ slot: Int) {
    slots[slot].meeting.endTime = instant.millisecondsSinceEpoch
    slots[slot].vacancies += 1
    let minutes = slots[slot].meeting.details.expireWhenLastUserLeftInMinutes
    // BBB's meeting actor watches for expiry only what is no breakout room.
    guard minutes > 0, slots[slot].meeting.details.breakout == nil else { return }
    let timer = WorldTimer.emptyExpired(key, vacancy: slots[slot].vacancies)
    timers.schedule(timer, at: instant.afterMinutes(minutes))
  }
}

extension Attendee {
  /// Leaving ends audio and cameras too, since the media servers report it (facts §4.6).
  fileprivate mutating func disconnect() {
    isOnline = false
    isPresenter = false
    audio = .none
    cameraStreams = 0
  }
}

extension Meeting {
  /// Whether anybody is there who may moderate.
  var hasModeratorOnline: Bool { attendees.contains { $0.isOnline && $0.role == .moderator } }

  /// Custom data belongs to the external user ID: what the latest session brought shows in all (facts §4.7).
  fileprivate mutating func shareCustomData(of latest: Attendee) {
    for index in attendees.indices where attendees[index].userID.hasSameBytes(as: latest.userID) {
      attendees[index].customData = latest.customData
    }
  }

  /// Gives the presentation to the first moderator online when nobody holds it (facts §4.7); who that is, if anybody.
  fileprivate mutating func choosePresenter() -> Int? {
    guard !attendees.contains(where: \.isPresenter) else { return nil }
    guard let next = attendees.firstIndex(where: { $0.isOnline && $0.role == .moderator }) else { return nil }
    attendees[next].isPresenter = true
    return next
  }
}
