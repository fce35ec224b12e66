public import BBBAPI

extension World {
  /// The meeting that an API call means by `meetingID`, or nil.
  ///
  /// BBB first takes the ID as the beginning of an internal ID, then as an external one, of which it knows the hash that
  /// internal IDs begin with (facts §4.2). Costs a look-up or two, but for a prefix of less than four bytes.
  public func meeting(matching meetingID: String) -> Meeting? {
    guard !meetingID.isEmpty else { return nil }
    if let exact = slotByInternalID[meetingID] { return slots[exact].meeting }
    return meeting(withInternalPrefix: meetingID) ?? meeting(withExternalID: meetingID)
  }

  /// The oldest living meeting that was created under this external ID.
  public func meeting(withExternalID meetingID: String) -> Meeting? {
    meeting(withInternalPrefix: MeetingIdentifiers.recordIDPrefix(meetingID: meetingID) + "-")
  }

  /// The oldest living meeting whose internal ID begins with these bytes.
  public func meeting(withInternalPrefix prefix: String) -> Meeting? {
    let bytes = prefix.utf8
    return (prefixes.candidates(for: prefix) ?? order)
      .first { slots[$0].meeting.details.internalMeetingID.utf8.starts(with: bytes) }
      .map { slots[$0].meeting }
  }

  /// Whether a meeting alive or a recording has this internal ID.
  public func isInternalIDTaken(_ internalMeetingID: String) -> Bool {
    slotByInternalID[internalMeetingID] != nil || recordingByID[internalMeetingID] != nil
  }

  /// Whether a meeting alive uses this number to dial in.
  public func isVoiceBridgeTaken(_ voiceBridge: String) -> Bool {
    voiceBridges[voiceBridge] != nil
  }

  /// Whether browsers in a meeting alive meet in this voice conference, be it named for its voice bridge or apart.
  public func isWebVoiceTaken(_ webVoice: String) -> Bool {
    voiceBridges[webVoice] != nil || webVoices[webVoice] != nil
  }
}
