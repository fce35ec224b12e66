/// What is measured, of every server.
public struct MetricsSettings: Sendable, Equatable {
  /// Where the number of recordings comes from.
  public var recordings: RecordingsSource
  /// How old the numbers of recordings may be before the API is asked again; zero asks at every scrape.
  public var recordingsRefresh: Duration
  /// Whether `bbb_version` is served.
  public var readsVersion: Bool
  /// The buckets of the room histograms.
  public var roomBuckets: RoomBuckets
  /// The series of single meetings; nil when there are none.
  public var meetingSeries: MeetingSeriesSettings?
  /// How often the synthetic probe runs; nil when it never does.
  public var syntheticProbe: Duration?
  /// How long a scrape may take that does not say so itself.
  public var scrapeTimeout: Duration
  /// Where BigBlueButton keeps its recordings.
  public var bbbDirectory: String
  /// The file with the version of the installed BigBlueButton.
  public var bbbReleaseFile: String
}

/// Where the number of recordings comes from.
public enum RecordingsSource: String, Sendable {
  /// Nowhere; no metric of recordings is served.
  case none
  /// The API, a call for each state.
  case api
  /// The folders of the server that this process runs on.
  case disk
}

/// Which single meetings have series of their own.
public struct MeetingSeriesSettings: Sendable, Equatable {
  /// The most meetings with series, 1–10,000; the others are counted as dropped.
  public var limit: Int
  /// Whether the name of a meeting, which people chose, is shown.
  public var showsNames: Bool
}

/// The finite upper bounds of the room histograms, ascending.
public struct RoomBuckets: Sendable, Equatable {
  /// Those of `bbb_room_participants`.
  public var participants: [Double]
  /// Those of `bbb_room_listeners`.
  public var listeners: [Double]
  /// Those of `bbb_room_voice_participants`.
  public var voiceParticipants: [Double]
  /// Those of `bbb_room_video_participants`.
  public var videoParticipants: [Double]
}
