/// What is measured, of every server.
struct MetricsSettings: Sendable, Equatable {
  /// Where the number of recordings comes from.
  var recordings: RecordingsSource
  /// How old the numbers of recordings may be before the API is asked again; zero asks at every scrape.
  var recordingsRefresh: Duration
  /// Whether `bbb_version` is served.
  var readsVersion: Bool
  /// The buckets of the room histograms.
  var roomBuckets: RoomBuckets
  /// The series of single meetings; nil when there are none.
  var meetingSeries: MeetingSeriesSettings?
  /// How often the synthetic probe runs; nil when it never does.
  var syntheticProbe: Duration?
  /// How long a scrape may take that does not say so itself.
  var scrapeTimeout: Duration
  /// Where BigBlueButton keeps its recordings.
  var bbbDirectory: String
  /// The file with the version of the installed BigBlueButton.
  var bbbReleaseFile: String
}

/// Where the number of recordings comes from.
enum RecordingsSource: String, Sendable {
  /// Nowhere; no metric of recordings is served.
  case none
  /// The API, a call for each state.
  case api
  /// The folders of the server that this process runs on.
  case disk
}

/// Which single meetings have series of their own.
struct MeetingSeriesSettings: Sendable, Equatable {
  /// The most meetings with series, 1–10,000; the others are counted as dropped.
  var limit: Int
  /// Whether the name of a meeting, which people chose, is shown.
  var showsNames: Bool
}

/// The finite upper bounds of the room histograms, ascending.
struct RoomBuckets: Sendable, Equatable {
  /// Those of `bbb_room_participants`.
  var participants: [Double]
  /// Those of `bbb_room_listeners`.
  var listeners: [Double]
  /// Those of `bbb_room_voice_participants`.
  var voiceParticipants: [Double]
  /// Those of `bbb_room_video_participants`.
  var videoParticipants: [Double]
}
