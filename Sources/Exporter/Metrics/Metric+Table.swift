import BBBAPI
import PrometheusText

// Names, types and labels are those of 0.7.1 (exporter contract §2) unless marked as our own.
extension Metric {
  private static let meetingsAnswer = "getMeetings"
  private static let recordingsAnswer = "getRecordings, or the folders of the server"
  private static let calls = "the calls of the exporter itself"

  static let meetings = Metric(
    "bbb_meetings", .gauge, "Meetings running now, breakout rooms included.", unit: .meetings,
    source: meetingsAnswer,
    needs: .meetings)
  static let participants = Metric(
    "bbb_meetings_participants", .gauge, "People in all meetings.", unit: .people, source: meetingsAnswer,
    needs: .meetings)
  static let participantsMax = Metric(
    "bbb_meetings_participants_max", .gauge, "People in the largest meeting, 0 when there is none.",
    unit: .people, source: meetingsAnswer, needs: .meetings)
  static let listeners = Metric(
    "bbb_meetings_listeners", .gauge, "People who listen without a microphone, in all meetings.",
    unit: .people, source: meetingsAnswer, needs: .meetings)
  static let voiceParticipants = Metric(
    "bbb_meetings_voice_participants", .gauge, "People with a microphone or a telephone, in all meetings.",
    unit: .people, source: meetingsAnswer, needs: .meetings)
  static let videoParticipants = Metric(
    "bbb_meetings_video_participants", .gauge, "Camera streams in all meetings.", unit: .streams,
    source: meetingsAnswer,
    needs: .meetings)
  static let participantClients = Metric(
    "bbb_meetings_participant_clients", .gauge, labels: ["type"],
    "People by the kind of client they joined with.",
    unit: .people, source: meetingsAnswer, needs: .meetings)
  static let participantsOrigin = Metric(
    "bbb_meetings_participants_origin", .gauge, labels: ["server", "name"],
    "People by the server and the product that created their meeting.",
    unit: .people, source: "metadata bbb-origin-server-name and bbb-origin of getMeetings", needs: .meetings)

  static let recordingsProcessing = recordings(.processing, "being processed")
  static let recordingsPublished = recordings(.published, "published")
  static let recordingsUnpublished = recordings(.unpublished, "unpublished: processed, but not to be seen")
  static let recordingsDeleted = recordings(.deleted, "deleted: kept by the server, but not to be seen")
  static let recordingsUnprocessed = recordings(.unprocessed, "waiting to be processed")
  static let recordingsAge = Metric(
    "bbb_recordings_age_seconds", .gauge, labels: ["state"],
    "How long ago the number of recordings was right.", unit: .seconds, source: "getRecordings",
    needs: .everyRecordingsCall, onlyWith: .recordingsRefresh, isOwn: true)

  static let apiLatency = Metric(
    "bbb_api_latency", .histogram, labels: ["endpoint", "parameters"],
    "Seconds from sending a call to the end of its answer, failed calls included.", unit: .seconds,
    source: calls,
    needs: .everyCall)
  static let apiUp = Metric(
    "bbb_api_up", .gauge, "1 if getMeetings brought a good answer for this scrape, 0 if not.", unit: .flag,
    source: calls,
    needs: .meetings)
  static let apiCallSuccess = Metric(
    "bbb_api_call_success", .gauge, labels: ["endpoint", "parameters"],
    "1 if the call brought a good answer for this scrape, 0 if not; of calls that not every scrape makes, the latest tells.",
    unit: .flag, source: calls,
    needs: .everyCall,
    isOwn: true)
  static let apiCallDuration = Metric(
    "bbb_api_call_duration_seconds", .gauge, labels: ["endpoint", "parameters"],
    "How long the latest call took, be it good or failed.", unit: .seconds, source: calls, needs: .everyCall,
    isOwn: true)
  static let apiCallLastSuccess = Metric(
    "bbb_api_call_last_success_timestamp_seconds", .gauge, labels: ["endpoint", "parameters"],
    "When the latest good answer was there, in seconds since 1970; absent before the first.", unit: .seconds,
    source: calls,
    needs: .everyCall, isOwn: true)
  static let apiCallFailures = Metric(
    "bbb_api_call_failures", .counter, labels: ["endpoint", "cause"],
    "Calls without a good answer, by cause.", unit: .calls,
    source: calls, needs: .everyCall, isOwn: true)
  static let apiAnomalies = Metric(
    "bbb_api_anomalies", .counter, labels: ["kind"],
    "Oddities in answers that cost a field and not the answer.", unit: .oddities, source: calls,
    needs: .everyCall, isOwn: true
  )

  static let roomParticipants = room("participants", "people")
  static let roomListeners = room("listeners", "people who listen without a microphone")
  static let roomVoiceParticipants = room("voice_participants", "people with a microphone or a telephone")
  static let roomVideoParticipants = room("video_participants", "camera streams", unit: .streams)

  static let uniqueMeetings = Metric(
    "bbb_unique_meetings", .counter, "Meetings seen since this exporter started, breakout rooms apart.",
    unit: .meetings, source: meetingsAnswer, needs: .meetings)
  static let uniqueBreakoutRooms = Metric(
    "bbb_unique_breakout_rooms", .counter, "Breakout rooms seen since this exporter started.",
    unit: .meetings, source: meetingsAnswer, needs: .meetings)
  static let bbbVersion = Metric(
    "bbb_version", .gauge, labels: ["version"], "The installed BigBlueButton; always 1.",
    unit: .one, source: "the release file of the server", needs: .installedVersion, onlyWith: .versionFromDisk
  )
  static let exporter = Metric(
    "bbb_exporter", .gauge, labels: ["version"], "This exporter; always 1.", unit: .one,
    source: "the exporter itself",
    needs: .nothing)

  private static func recordings(_ state: RecordingState, _ meaning: String) -> Metric {
    Metric(
      "bbb_recordings_\(state.rawValue)", .gauge, "Recordings that are \(meaning).", unit: .recordings,
      source: recordingsAnswer,
      needs: .recordings(state), onlyWith: state == .unprocessed ? .recordingsFromDisk : .recordingsMetrics)
  }

  private static func room(_ what: String, _ meaning: String, unit: MetricUnit = .people) -> Metric {
    Metric(
      "bbb_room_\(what)", .gaugehistogram, "Meetings running now by their number of \(meaning).",
      unit: unit, source: meetingsAnswer, needs: .meetings)
  }
}

extension Metric {
  /// All families in the order in which they are served.
  static let all: [Metric] = [
    meetings, participants, participantsMax, listeners, voiceParticipants, videoParticipants,
    participantClients,
    participantsOrigin, moderators, meetingsByRecording, meetingsByBreakout, roomParticipants, roomListeners,
    roomVoiceParticipants, roomVideoParticipants, roomDuration,
    meetingParticipants, meetingListeners, meetingVoiceParticipants, meetingVideoParticipants,
    meetingModerators,
    meetingRecording, meetingDuration, meetingInfo, meetingSeriesDropped,
    uniqueMeetings, uniqueBreakoutRooms, recordingsProcessing, recordingsPublished, recordingsUnpublished,
    recordingsDeleted, recordingsUnprocessed, recordingsAge, recordingsFailed, recordingsOldest, apiUp,
    apiCallSuccess,
    apiCallDuration, apiCallLastSuccess, apiCallFailures, apiLatency, apiAnomalies, apiClockSkew, bbbVersion,
    exporter, probeMeetings, probeSuccess, probeStepSuccess, probeDuration, probeLastRun, probeRuns,
    probeFailures, probeSkipped, configReloadSuccessful, configReloadTime,
    buildInfo, processCPU, processResidentMemory, processVirtualMemory, processOpenDescriptors,
    processDescriptorLimit, processStartTime,
  ]

  /// The family that shows the number of recordings in a state; nil for states that are not shown.
  static func recordings(in state: RecordingState) -> Metric? {
    switch state {
    case .unprocessed: recordingsUnprocessed
    case .processing: recordingsProcessing
    case .processed: nil
    case .published: recordingsPublished
    case .unpublished: recordingsUnpublished
    case .deleted: recordingsDeleted
    }
  }
}
