import BBBAPI
import Determinism
import Scenarios

extension World {
  /// The only way in which the world changes; `instant` is never before the last one.
  mutating func apply(_ event: Event, at instant: SimulatedInstant) {
    precondition(instant >= self.instant, "event at \(instant) in a world that is at \(self.instant) already")
    self.instant = instant
    revision += 1
    switch event {
    case .created(let key, let seed): create(key, seed)
    case .joined(let key, let person, let attendee): join(key, person, attendee)
    case .admitted(let key, let person, let attendee, let session): admit(key, person, attendee, session)
    case .sessionOpened(let key, let session, let replaced): open(session, key, replacing: replaced)
    case .signedOut(let token): signOut(token)
    case .guestDecided(let key, let guest, let status): decide(key, guest: guest, status)
    case .documentsInserted(let key, let documents): insert(documents, key)
    case .chatted: break
    case .returned(let key, let person, let attendee): welcomeBack(key, person, attendee)
    case .presentationTaken(let key, let person): takePresentation(key, person)
    case .recordingsMoved(let meetingID, let state): move(recordingsOf: meetingID, to: state)
    case .left(let key, let person): leave(key, person)
    case .audioChanged(let key, let person, let audio): change(key, person) { $0.audio = audio }
    case .cameraChanged(let key, let person, let streams): change(key, person) { $0.cameraStreams = streams }
    case .breakoutsOpened(let key, let plan): openBreakouts(of: key, plan)
    case .personChanged(let key, let userID, let change): changePeople(key, userID: userID, change)
    case .recordingsEntered(let recordIDs, let state): enter(state, recordIDs: recordIDs)
    case .ended(let key): end(key)
    case .commanded(let command): carryOut(command)
    case .timer(let timer): fire(timer)
    }
  }

  private mutating func fire(_ timer: WorldTimer) {
    switch timer {
    case .mediaStarted(let key): confirmStart(key)
    case .purged(let key, let stay): purge(key, stay: stay)
    case .unjoinedExpired(let key): endIf(key) { !$0.meeting.hasUserJoined }
    case .emptyExpired(let key, let vacancy):
      endIf(key) { $0.vacancies == vacancy && $0.onlineCount == 0 }
    case .moderatorless(let key, let vacancy):
      endIf(key) { $0.moderatorVacancies == vacancy && !$0.meeting.hasModeratorOnline }
    case .durationElapsed(let key): end(key)
    case .breakoutsClosed(let key): closeBreakouts(of: key)
    case .recordingEntered(let recording, let state): enter(state, recording)
    }
  }

  /// Says that the media server has started the meeting; only the first time counts, as in bbb-web's `meetingStarted`.
  mutating func confirmStart(_ key: MeetingKey) {
    guard let slot = slotByKey[key], slots[slot].meeting.startTime == 0 else { return }
    slots[slot].meeting.startTime = instant.millisecondsSinceEpoch
  }

  mutating func change(_ key: MeetingKey, _ person: PersonKey, _ body: (inout Attendee) -> Void) {
    guard let slot = slotByKey[key], let position = slots[slot].position(of: person),
      slots[slot].meeting.attendees[position].isOnline
    else { return }
    let before = slots[slot].meeting.attendees[position]
    body(&slots[slot].meeting.attendees[position])
    tell(ofPersonAt: position, inSlot: slot, since: before)
  }

  private mutating func tell(ofPersonAt position: Int, inSlot slot: Int, since before: Attendee) {
    let attendee = slots[slot].meeting.attendees[position]
    if attendee.audio != before.audio {
      tell(ofPersonAt: position, inSlot: slot) { .audioChanged($0, $1, from: before.audio) }
    }
    if attendee.cameraStreams != before.cameraStreams {
      tell(ofPersonAt: position, inSlot: slot) { .cameraChanged($0, $1, from: before.cameraStreams) }
    }
  }

  private mutating func endIf(_ key: MeetingKey, _ condition: (MeetingSlot) -> Bool) {
    guard let slot = slotByKey[key], condition(slots[slot]) else { return }
    end(key)
  }
}
