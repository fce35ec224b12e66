public import BBBAPI

extension World {
  /// The meeting that an API call means by `meetingID`, or nil.
  ///
  /// BBB first takes the ID as the beginning of an internal ID, then as an external one (facts §4.2). Both are
  /// found here; an exact internal ID costs one look-up, anything else a walk over the meetings.
  public func meeting(matching meetingID: String) -> Meeting? {
    slot(matching: meetingID).map { slots[$0].meeting }
  }

  /// The living meeting that was created under this external ID.
  public func meeting(withExternalID meetingID: String) -> Meeting? {
    let prefix = MeetingIdentifiers.recordIDPrefix(meetingID: meetingID) + "-"
    return order.first { slots[$0].meeting.details.internalMeetingID.hasPrefix(prefix) }.map {
      slots[$0].meeting
    }
  }

  /// Whether a meeting alive uses this number to dial in.
  public func isVoiceBridgeTaken(_ voiceBridge: String) -> Bool {
    order.contains { slots[$0].meeting.details.voiceBridge == voiceBridge }
  }

  func slot(matching meetingID: String) -> Int? {
    guard !meetingID.isEmpty else { return nil }
    if let exact = slotByInternalID[meetingID] { return exact }
    return order.first { slots[$0].meeting.details.internalMeetingID.hasPrefix(meetingID) }
      ?? order.first { slots[$0].meeting.details.meetingID == meetingID }
  }
}
