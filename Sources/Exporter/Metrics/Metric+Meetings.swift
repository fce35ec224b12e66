import PrometheusText

// Our own families of meetings.
extension Metric {
  static let moderators = Metric(
    "bbb_meetings_moderators", .gauge, "Moderators in all meetings, counted among the people too.",
    unit: .people,
    source: "moderatorCount of getMeetings", needs: .meetings, isOwn: true)
  static let meetingsByRecording = Metric(
    "bbb_meetings_by_recording", .gauge, labels: ["recording"], "Meetings by whether they may be recorded.",
    unit: .meetings, source: "recording of getMeetings", needs: .meetings, isOwn: true)
  static let meetingsByBreakout = Metric(
    "bbb_meetings_by_breakout", .gauge, labels: ["breakout"], "Meetings by whether they are breakout rooms.",
    unit: .meetings, source: "isBreakout of getMeetings", needs: .meetings, isOwn: true)
  static let roomDuration = Metric(
    "bbb_room_duration_seconds", .gaugehistogram,
    "Meetings running now by the seconds since their creation, by the clock of the server where it says its time.",
    unit: .seconds, source: "createTime and the Date header of getMeetings", needs: .meetings, isOwn: true)
  static let apiClockSkew = Metric(
    "bbb_api_clock_skew_seconds", .gauge,
    "By how many seconds the clock of the server is ahead of the exporter's, to half a second; absent when the server does not say its time.",
    unit: .seconds, source: "the Date header of getMeetings", needs: .meetings, isOwn: true)
}

// Those of single meetings, which MEETING_SERIES asks for.
extension Metric {
  private static let series = "getMeetings, the oldest meetings"

  static let meetingParticipants = ofMeeting("participants", "People in the meeting.", unit: .people)
  static let meetingListeners = ofMeeting(
    "listeners", "People in the meeting who listen without a microphone.", unit: .people)
  static let meetingVoiceParticipants = ofMeeting(
    "voice_participants", "People in the meeting with a microphone or a telephone.", unit: .people)
  static let meetingVideoParticipants = ofMeeting(
    "video_participants", "Camera streams in the meeting.", unit: .streams)
  static let meetingModerators = ofMeeting("moderators", "Moderators in the meeting.", unit: .people)
  static let meetingRecording = ofMeeting(
    "recording", "1 if the meeting may be recorded, 0 if not.", unit: .flag)
  static let meetingDuration = ofMeeting(
    "duration_seconds", "Seconds since the creation of the meeting.", unit: .seconds)
  static let meetingInfo = Metric(
    "bbb_meeting_info", .gauge, labels: ["meeting_id", "external_id", "meeting_name"],
    "What people and their software called the meeting; always 1.", unit: .one, source: series,
    needs: .meetings, onlyWith: .meetingSeriesNames, isOwn: true)
  static let meetingSeriesDropped = Metric(
    "bbb_meeting_series_dropped", .gauge, "Meetings running now that have no series of their own.",
    unit: .meetings, source: series, needs: .meetings, onlyWith: .meetingSeries, isOwn: true)

  private static func ofMeeting(_ what: String, _ help: String, unit: MetricUnit) -> Metric {
    Metric(
      "bbb_meeting_\(what)", .gauge, labels: ["meeting_id"], help, unit: unit, source: series,
      needs: .meetings,
      onlyWith: .meetingSeries, isOwn: true)
  }
}
