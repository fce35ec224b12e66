import BBBAPI
import TimelineEngine

extension Simulation {
  /// Makes something happen at the world's instant, by commands in the journal.
  mutating func carryOut(_ intervention: Intervention) throws(InterventionError) {
    switch intervention {
    case .create(let parameters, let people):
      let meeting = try createMeeting(QueryParameters(parameters))
      for person in people { try join(person, meeting) }
    case .join(let meeting, let person):
      try join(person, find(meeting))
    case .change(let meeting, let who, let change):
      let meeting = try find(meeting)
      let person = try find(who, in: meeting)
      timeline.perform(
        .changePerson(
          internalMeetingID: meeting.details.internalMeetingID, userID: person.userID, change))
    case .guests(let meeting, let who, let status):
      let internalMeetingID = try find(meeting).details.internalMeetingID
      timeline.perform(.guestDecision(internalMeetingID: internalMeetingID, guest: who, status))
    case .end(let meeting):
      timeline.perform(.end(internalMeetingID: try find(meeting).details.internalMeetingID))
    case .recording(let id, let state):
      timeline.perform(.enterRecordingState(recordIDs: try findRecordings(id), state))
    }
  }

  private mutating func createMeeting(_ parameters: QueryParameters) throws(InterventionError) -> Meeting {
    switch create(parameters, APIRequest(path: APICall.create.rawValue, serverURL: "")) {
    case .created(let meeting, _): return meeting
    case .failed(let failure): throw .refused(failure)
    case .failedTogether(let failures): throw .refused(failures.first ?? .unexpectedError)
    default: throw .refused(.unexpectedError)
    }
  }

  private mutating func join(_ person: Intervention.Newcomer, _ meeting: Meeting) throws(InterventionError) {
    let internalMeetingID = meeting.details.internalMeetingID
    var pairs = [
      Metadatum("meetingID", internalMeetingID), Metadatum("fullName", person.name),
      Metadatum("role", person.role.rawValue), Metadatum("redirect", "false"),
    ]
    if let userID = person.userID { pairs.append(Metadatum("userID", userID)) }
    let request = APIRequest(path: APICall.join.rawValue, serverURL: "")
    switch join(QueryParameters(pairs), request) {
    case .failed(let failure), .redirectedAway(let failure, _): throw .refused(failure)
    default: break
    }
    // Whoever waits in the lobby is not there yet and has no devices.
    guard let attendee = world.meeting(matching: internalMeetingID)?.attendees.last,
      attendee.fullName.hasSameBytes(as: person.name)
    else { return }
    for change in person.changes {
      timeline.perform(
        .changePerson(internalMeetingID: internalMeetingID, userID: attendee.userID, change))
    }
  }

  private func find(_ meetingID: String) throws(InterventionError) -> Meeting {
    if let meeting = world.meeting(matching: meetingID) { return meeting }
    throw .unknownMeeting(meetingID, known: world.meetings.prefix(1000).map(\.details.meetingID))
  }

  private func find(_ who: String, in meeting: Meeting) throws(InterventionError) -> Attendee {
    let present = meeting.attendees.filter(\.isOnline)
    let found =
      present.first { $0.userID.hasSameBytes(as: who) } ?? present.first { $0.fullName.hasSameBytes(as: who) }
    if let found { return found }
    let known = present.prefix(1000).map(\.fullName)
    throw .unknownPerson(who, meeting: meeting.details.meetingID, known: known)
  }

  private func findRecordings(_ id: String) throws(InterventionError) -> [String] {
    let exact = world.recordings.filter { $0.recordID.hasSameBytes(as: id) }
    let found = exact.isEmpty ? world.recordings.filter { $0.meetingID.hasSameBytes(as: id) } : exact
    guard !found.isEmpty else { throw .unknownRecording(id) }
    return found.map(\.recordID)
  }
}

extension Intervention.Newcomer {
  fileprivate var changes: [PersonChange] {
    (audio == .none ? [] : [.audio(audio)]) + (cameraStreams == 0 ? [] : [.camera(streams: cameraStreams)])
  }
}
