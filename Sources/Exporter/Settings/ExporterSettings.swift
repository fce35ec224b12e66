public import BBBAPI
public import BBBClient

/// Everything that can be configured, checked and complete.
public struct ExporterSettings: Sendable, Equatable {
  /// Where the server's API answers.
  public var base: APIBase
  /// The secret shared with the server.
  public var secret: SharedSecret
  /// The port to listen on, 1–65535.
  public var port: Int
  /// The IPv4 or IPv6 address to listen on.
  public var bindIP: String
  /// Which servers are trusted.
  public var trust: TLSTrust
  /// Whether requests are logged.
  public var isDebug: Bool
  /// Where the number of recordings comes from.
  public var recordings: RecordingsSource
  /// Whether `bbb_version` is served.
  public var readsVersion: Bool
  /// The buckets of the room histograms.
  public var roomBuckets: RoomBuckets
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
