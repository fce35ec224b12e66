import BBBAPI

/// The meetings and recordings of the golden files.
enum Samples {
  static let createTime: Int64 = 1_735_689_600_123
  static let internalID = "b92ba5f2f61dfa7f436e231c007a03bced8e6793-1735689600123"
  static let nastyName = "Ada & \"Bob\" <b>'s</b>  🎓\n\n talk\t\u{3000}é\u{A0}\u{A0}!\u{1}\u{FFFF}"

  static func details(_ name: String, meetingID: String = "demo-1") -> MeetingDetails {
    MeetingDetails(
      name: name, meetingID: meetingID, internalMeetingID: internalID, createTime: createTime,
      voiceBridge: "70412", attendeePW: "aB3dE5gH", moderatorPW: "Zx8cV6bN")
  }

  /// The example of facts §2.6.
  static let lesson: Meeting = {
    var meeting = Meeting(details: details("Algebra & Co"))
    meeting.details.isRecorded = true
    meeting.details.metadata = [
      Metadatum("bbb-origin", "simulator"), Metadatum("endcallbackurl", "https://lms.test/cb?id=1&x=2"),
    ]
    meeting.startTime = createTime + 28
    meeting.hasUserJoined = true
    meeting.attendees = [
      Attendee(
        userID: "teacher-7", fullName: "Ann Lee", role: .moderator, isPresenter: true, audio: .microphone,
        cameraStreams: 1),
      Attendee(
        userID: "w_9d8c7b6a5f4e", fullName: "Bo", audio: .listening,
        customData: [Metadatum("bbb_auto_join_audio", "true")]),
    ]
    meeting.breakoutRooms = ["0c1fa5f2f61dfa7f436e231c007a03bced8e6793-1735689700000"]
    return meeting
  }()

  static let empty = Meeting(details: details("Quiet", meetingID: "quiet"))

  /// Characters that need care, a telephone, a person who has just left, custom data that cannot be an element.
  static let nasty: Meeting = {
    var meeting = Meeting(details: details(nastyName, meetingID: "<&>\"'"))
    meeting.details.metadata = [
      Metadatum("empty", ""), Metadatum("9lives", "dropped"), Metadatum("k", nastyName),
    ]
    meeting.startTime = createTime
    meeting.endTime = createTime + 60_000
    meeting.hasUserJoined = true
    meeting.hasBeenForciblyEnded = true
    meeting.attendees = [
      Attendee(
        userID: nastyName, fullName: " \(nastyName) ",
        customData: [Metadatum("bbb_a", "<1> & 2"), Metadatum("a b", "dropped"), Metadatum("<x", "dropped")]),
      Attendee(
        userID: "v_1", fullName: "+1 613-555", role: .dialInUser, audio: .microphone, clientType: .dialIn,
        isOnline: false),
    ]
    return meeting
  }()

  /// Numbers of four digits and more.
  static let large: Meeting = {
    var meeting = Meeting(details: details("Large", meetingID: "large"))
    meeting.details.maxUsers = 12_000
    meeting.details.durationInMinutes = 1440
    meeting.details.breakout = .init(parentMeetingID: internalID, sequence: 1001, freeJoin: true)
    meeting.attendees = [Attendee(userID: "wall", fullName: "Video wall", cameraStreams: 1202)]
    return meeting
  }()

  static let breakout: Meeting = {
    var meeting = Meeting(details: details("Algebra & Co (Room - 1)", meetingID: "0c1f-1735689700000"))
    meeting.details.breakout = .init(parentMeetingID: internalID, sequence: 1, freeJoin: false)
    return meeting
  }()

  static func session(_ status: GuestStatus) -> ClientSession {
    ClientSession(
      internalMeetingID: internalID, userID: "w_4kq0z7m1xw2p", authToken: "p0o9i8u7y6t5",
      sessionToken: "q1w2e3r4t5y6u7i8", guestStatus: status,
      url: "https://bbb.test/html5client/?sessionToken=q1w2e3r4t5y6u7i8")
  }
}

extension Samples {
  /// The example of facts §2.10, but for the preview, with a second format.
  static let recording: Recording = {
    var recording = Recording(
      recordID: internalID, meetingID: "demo-1", name: "Algebra", state: .published, startTime: createTime,
      endTime: 1_735_693_200_456, participants: 3, rawSize: 951_236)
    recording.metadata = [Metadatum("gl-listed", "false"), Metadatum("empty", "")]
    recording.breakoutRooms = ["0c1f-1735689700000"]
    recording.formats = [
      format("presentation", length: 3_599_999, size: 1_104_836), format("podcast", length: 59_999, size: 1),
    ]
    return recording
  }()

  /// A breakout room's recording that is still being made, with characters that need care.
  static let nastyRecording: Recording = {
    var recording = Recording(
      recordID: "c0ffee-1735689700000", meetingID: "<&>\"'", name: nastyName, state: .processing,
      startTime: 1_735_689_700_000, endTime: 1_735_689_700_000, participants: 1202, rawSize: 0)
    recording.breakout = .init(parentMeetingID: internalID, sequence: 1001, freeJoin: true)
    recording.metadata = [Metadatum("k", "a\r\nb\rc  d\u{B}"), Metadatum("9lives", "dropped")]
    return recording
  }()

  private static func format(_ type: String, length: Int64, size: Int64) -> Recording.PlaybackFormat {
    Recording.PlaybackFormat(
      type: type, url: "https://bbb.test/playback/\(type)/2.3/\(internalID)?a=1&b=2", processingTime: 7177,
      lengthInMilliseconds: length, size: size)
  }
}
