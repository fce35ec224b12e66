import BBBAPI
import Determinism

extension World {
  /// How long BBB keeps a person in the user map after they left (`usersTimeout`, facts §4.3, §8).
  static let usersTimeout = Duration.seconds(60)

  mutating func join(_ key: MeetingKey, _ person: PersonKey, _ attendee: Attendee) {
    guard let slot = slotByKey[key] else { return }
    // A caller's clock may stand still; yet nobody is seen in a meeting before the media server has started it.
    if person.cameByCommand { confirmStart(key) }
    let isNew = slots[slot].admit(person, attendee)
    if person.cameByCommand, !isNew { slots[slot].meeting.shareCustomData(of: attendee) }
    tell(ofPersonAt: slots[slot].stays.count - 1, inSlot: slot) { .userJoined($0, $1) }
    if attendee.role == .moderator { choosePresenter(inSlot: slot) }
  }

  /// Lets somebody in again who is not there.
  mutating func welcomeBack(_ key: MeetingKey, _ person: PersonKey, _ attendee: Attendee) {
    guard let slot = slotByKey[key] else { return }
    let isThere = slots[slot].position(of: person).map { slots[slot].meeting.attendees[$0].isOnline } ?? false
    if !isThere { join(key, person, attendee) }
  }

  mutating func takePresentation(_ key: MeetingKey, _ person: PersonKey) {
    guard let slot = slotByKey[key], let position = slots[slot].position(of: person),
      slots[slot].meeting.attendees[position].isOnline, !slots[slot].meeting.attendees[position].isPresenter
    else { return }
    if let before = slots[slot].give(presentationTo: position) {
      tell(ofPersonAt: before, inSlot: slot) { .presenterChanged($0, $1) }
    }
    tell(ofPersonAt: position, inSlot: slot) { .presenterChanged($0, $1) }
  }

  mutating func leave(_ key: MeetingKey, _ person: PersonKey) {
    guard let slot = slotByKey[key] else { return }
    if slots[slot].awayInBreakout.removeValue(forKey: person) != nil {
      for room in slots[slot].openRooms { leave(room, person) }
    }
    guard let position = slots[slot].position(of: person), slots[slot].meeting.attendees[position].isOnline
    else {
      return
    }
    tell(ofPersonAt: position, inSlot: slot) { .userLeft($0, $1) }
    let (stay, role) = (slots[slot].stays[position].number, slots[slot].meeting.attendees[position].role)
    if slots[slot].disconnect(at: position) { choosePresenter(inSlot: slot) }
    if role == .moderator { watchForModerators(key, slot) }
    timers.schedule(.purged(key, stay: stay), at: instant.advanced(by: World.usersTimeout))
    if slots[slot].onlineCount == 0 { becomeEmpty(key, slot) }
  }

  mutating func purge(_ key: MeetingKey, stay: Int) {
    guard let slot = slotByKey[key] else { return }
    guard let person = slots[slot].purge(stay: stay) else { return }
    untidy.insert(slot)
    if !slots[slot].sessions.isEmpty { closeSessions(of: person, slot) }
  }

  /// Takes everybody out of the lists who was purged since the last time; before anybody looks at the world.
  mutating func tidy() {
    // In any order: each slot is tidied for itself.
    for slot in untidy { slots[slot].tidy() }
    untidy.removeAll(keepingCapacity: true)
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
    guard let chosen = slots[slot].choosePresenter() else { return }
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

extension Meeting {
  /// Whether anybody is there who may moderate.
  var hasModeratorOnline: Bool { attendees.contains { $0.isOnline && $0.role == .moderator } }

  /// Custom data belongs to the external user ID: what the latest session brought shows in all (facts §4.7).
  fileprivate mutating func shareCustomData(of latest: Attendee) {
    for index in attendees.indices where attendees[index].userID.hasSameBytes(as: latest.userID) {
      attendees[index].customData = latest.customData
    }
  }
}
