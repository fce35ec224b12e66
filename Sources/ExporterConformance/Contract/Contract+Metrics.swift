import PrometheusText

extension Contract {
  /// §2, what stands above the table.
  static let formatLines = [
    ContractLine("§2 formats", "text 0.0.4 by default, OpenMetrics 1.0 when the Accept header asks for it"),
    ContractLine(
      "§2 recordings off",
      "with recordings off, no bbb_recordings_* and no getRecordings latency series exist"),
  ]

  /// §2, the table: every family, in its order.
  static let families = meetingFamilies + recordingFamilies + apiFamilies + roomFamilies + serverFamilies

  /// What comes from getMeetings alone, and is absent when that fails.
  static let meetingFamilies = [
    ContractFamily("bbb_meetings", .gauge, "number of meetings, breakout rooms included"),
    ContractFamily("bbb_meetings_participants", .gauge, "sum of participantCount"),
    ContractFamily("bbb_meetings_participants_max", .gauge, "largest participantCount, 0 with no meeting"),
    ContractFamily("bbb_meetings_listeners", .gauge, "sum of listenerCount"),
    ContractFamily("bbb_meetings_voice_participants", .gauge, "sum of voiceParticipantCount"),
    ContractFamily("bbb_meetings_video_participants", .gauge, "sum of videoCount"),
    ContractFamily(
      "bbb_meetings_participant_clients", .gauge, labels: ["type"],
      "attendees by clientType, lower-cased; html5 and dial-in always, others when seen"),
    ContractFamily(
      "bbb_meetings_participants_origin", .gauge, labels: ["server", "name"],
      "sum of participantCount by bbb-origin-server-name and bbb-origin, lower-cased; meetings with 0 participants add"
        + " nothing, missing metadata gives empty labels"),
  ]

  static let recordingFamilies = [
    ContractFamily("bbb_recordings_processing", .gauge, "recordings in that state"),
    ContractFamily("bbb_recordings_published", .gauge, "recordings in that state"),
    ContractFamily("bbb_recordings_unpublished", .gauge, "recordings in that state"),
    ContractFamily("bbb_recordings_deleted", .gauge, "recordings in that state"),
    ContractFamily("bbb_recordings_unprocessed", .gauge, "only with RECORDINGS_METRICS_READ_FROM_DISK"),
  ]

  static let apiFamilies = [
    ContractFamily(
      "bbb_api_latency", .histogram, labels: ["endpoint", "parameters", "le"],
      "seconds per API call by endpoint and parameters, 18 buckets from .01 to +Inf, cumulative over the process"
    ),
    ContractFamily("bbb_api_up", .gauge, "1 if the API answers, 0 otherwise"),
  ]

  static let roomFamilies = [
    roomFamily("bbb_room_participants"),
    roomFamily("bbb_room_listeners"),
    roomFamily("bbb_room_voice_participants"),
    roomFamily("bbb_room_video_participants"),
  ]

  private static func roomFamily(_ name: String) -> ContractFamily {
    ContractFamily(
      name, .gaugehistogram, labels: ["le"],
      "rooms with at most le of them; _gcount is the number of rooms, _gsum the sum")
  }

  static let serverFamilies = [
    ContractFamily(
      "bbb_unique_meetings_total", .counter, "non-breakout meetings seen since start, by internalMeetingID"),
    ContractFamily(
      "bbb_unique_breakout_rooms_total", .counter, "breakout rooms seen since start, by internalMeetingID"),
    ContractFamily(
      "bbb_version", .gauge, labels: ["version"],
      "1, with the version as label; only with BBB_VERSION_READ_FROM_DISK"),
    ContractFamily("bbb_exporter", .gauge, labels: ["version"], "1, with the exporter's version as label"),
  ]

  /// The upper bounds of `bbb_api_latency`, in seconds; `+Inf` comes on top.
  static let latencyBounds = [
    0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 5, 7.5, 10,
  ]
}
