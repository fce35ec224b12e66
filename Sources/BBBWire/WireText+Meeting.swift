import BBBAPI

/// A meeting as `getMeetings` and `getMeetingInfo` show it, element by element in the order of the templates.
///
/// - Source: facts §2.6, §2.7.
extension WireText {
  /// Writes the elements from `meetingName` to `breakoutRooms`.
  mutating func meeting(_ meeting: Meeting, numbers: MeetingNumbers, profile: Profile) {
    identity(of: meeting.details)
    progress(of: meeting)
    counts(of: meeting, numbers, profile)
    container("attendees") { text in
      for attendee in meeting.attendees { text.attendee(attendee, profile) }
    }
    container("metadata") { text in
      text.metadata(meeting.details.metadata)
    }
    breakouts(of: meeting, numbers, profile)
  }

  /// Writes the time of `create`.
  mutating func creation(at createTime: Int64) {
    element("createTime", createTime)
    createDate(of: createTime)
  }

  /// Writes the time of `create` for a person.
  mutating func createDate(of createTime: Int64) {
    raw("<createDate>")
    CreateDate(millisecondsSinceEpoch: createTime).write(to: &self)
    raw("</createDate>\n")
  }

  private mutating func identity(of details: MeetingDetails) {
    element("meetingName", details.name)
    element("meetingID", details.meetingID)
    element("internalMeetingID", details.internalMeetingID)
    creation(at: details.createTime)
    element("voiceBridge", details.voiceBridge)
    element("dialNumber", details.dialNumber)
    element("attendeePW", details.attendeePW)
    element("moderatorPW", details.moderatorPW)
  }

  private mutating func progress(of meeting: Meeting) {
    element("running", meeting.isRunning)
    element("duration", meeting.details.durationInMinutes)
    element("hasUserJoined", meeting.hasUserJoined)
    element("recording", meeting.details.isRecorded)
    element("hasBeenForciblyEnded", meeting.hasBeenForciblyEnded)
    element("startTime", meeting.startTime)
    element("endTime", meeting.endTime)
  }

  private mutating func counts(of meeting: Meeting, _ numbers: MeetingNumbers, _ profile: Profile) {
    let participants = profile.countsOnlyOnline ? meeting.participantCount : meeting.attendees.count
    element("participantCount", participants, numbers.counts)
    element("listenerCount", meeting.listenerCount, numbers.counts)
    element("voiceParticipantCount", meeting.voiceParticipantCount, numbers.counts)
    element("videoCount", meeting.videoCount, numbers.counts)
    element("maxUsers", meeting.details.maxUsers, numbers.maxUsers)
    element("moderatorCount", meeting.moderatorCount, numbers.counts)
  }

  /// Only names that XML knows, which is all that BBB lets into metadata (facts §4.10).
  private mutating func metadata(_ pairs: [Metadatum]) {
    for pair in pairs where XMLNameRule.accepts(pair.key) { element(pair.key, pair.value) }
  }

  /// The documentation nests the three elements of a breakout room in `<breakout>`; the templates do not (facts §13).
  private mutating func breakouts(of meeting: Meeting, _ numbers: MeetingNumbers, _ profile: Profile) {
    element("isBreakout", meeting.details.breakout != nil)
    if let breakout = meeting.details.breakout {
      if profile.nestsBreakoutInfo {
        container("breakout") { $0.breakout(breakout, numbers) }
      } else {
        self.breakout(breakout, numbers)
      }
    }
    guard !meeting.breakoutRooms.isEmpty else { return }
    container("breakoutRooms") { text in
      for room in meeting.breakoutRooms { text.element("breakout", room) }
    }
  }

  private mutating func breakout(_ breakout: MeetingDetails.Breakout, _ numbers: MeetingNumbers) {
    element("parentMeetingID", breakout.parentMeetingID)
    element("sequence", breakout.sequence, numbers.sequence)
    element("freeJoin", breakout.freeJoin)
  }
}
