/// The environment variables that configure the exporter; the table that `--help` and the reference page are made of.
///
/// - Source: exporter contract §1; those from `SCRAPE_TIMEOUT_SECONDS` on are our own.
enum SettingName: String, CaseIterable, Sendable {
  case apiBaseURL = "API_BASE_URL"
  case apiSecret = "API_SECRET"
  case apiSecretFile = "API_SECRET_FILE"
  case port = "PORT"
  case bindIP = "BIND_IP"
  case tlsVerify = "TLS_VERIFY"
  case debug = "DEBUG"
  case recordingsMetrics = "RECORDINGS_METRICS"
  case recordingsFromDisk = "RECORDINGS_METRICS_READ_FROM_DISK"
  case versionFromDisk = "BBB_VERSION_READ_FROM_DISK"
  case participantsBuckets = "ROOM_PARTICIPANTS_CUSTOM_BUCKETS"
  case listenersBuckets = "ROOM_LISTENERS_CUSTOM_BUCKETS"
  case voiceParticipantsBuckets = "ROOM_VOICE_PARTICIPANTS_CUSTOM_BUCKETS"
  case videoParticipantsBuckets = "ROOM_VIDEO_PARTICIPANTS_CUSTOM_BUCKETS"
  case scrapeTimeout = "SCRAPE_TIMEOUT_SECONDS"
  case bbbDirectory = "BBB_DIRECTORY"
  case bbbReleaseFile = "BBB_RELEASE_FILE"
  case checksumAlgorithm = "API_CHECKSUM_ALGORITHM"
  case recordingsRefresh = "RECORDINGS_REFRESH_SECONDS"
  case meetingSeries = "MEETING_SERIES"
  case meetingSeriesLimit = "MEETING_SERIES_LIMIT"
  case meetingSeriesNames = "MEETING_SERIES_NAMES"
  case syntheticProbe = "SYNTHETIC_PROBE_SECONDS"
  case targetsFile = "TARGETS_FILE"
  case webConfigFile = "WEB_CONFIG_FILE"
  case connectionLimit = "MAX_CONNECTIONS"
  case logFormat = "LOG_FORMAT"
}

extension SettingName {
  /// What holds when the variable is unset or empty; nil when there is no such value.
  var defaultText: String? {
    switch self {
    case .apiBaseURL, .apiSecret, .apiSecretFile, .targetsFile, .webConfigFile: nil
    case .port: "9688"
    case .bindIP: "0.0.0.0"
    case .tlsVerify, .recordingsMetrics: "true"
    case .debug, .recordingsFromDisk, .versionFromDisk, .meetingSeries, .meetingSeriesNames: "false"
    case .participantsBuckets, .listenersBuckets: "0,1,5,15,30,60,90,120,150,200,250,300,400,500"
    case .voiceParticipantsBuckets, .videoParticipantsBuckets: "0,1,5,15,30,60,90,120"
    case .scrapeTimeout: "10"
    case .bbbDirectory: "/var/bigbluebutton"
    case .bbbReleaseFile: "/etc/bigbluebutton/bigbluebutton-release"
    case .checksumAlgorithm: "sha1"
    case .recordingsRefresh, .syntheticProbe: "0"
    case .meetingSeriesLimit: "100"
    case .connectionLimit: "500"
    case .logFormat: "text"
    }
  }

  /// What the variable means, in one sentence without a full stop.
  var meaning: String {
    switch self {
    case .apiBaseURL: "URL of the API, as in https://bbb.example.org/bigbluebutton/api/"
    case .apiSecret: "shared secret of the server (bbb-conf --secret)"
    case .apiSecretFile: "file that holds the shared secret, instead of API_SECRET"
    case .port: "port to listen on, 1 to 65535"
    case .bindIP: "IPv4 or IPv6 address to listen on"
    case .tlsVerify: "true, false, or the path of a CA bundle (PEM file or directory)"
    case .debug: "true logs every request, without checksums"
    case .recordingsMetrics: "false leaves all metrics of recordings out"
    case .recordingsFromDisk: "true counts recordings in BBB_DIRECTORY, not through the API"
    case .versionFromDisk: "true adds bbb_version, read from BBB_RELEASE_FILE"
    case .participantsBuckets: "buckets of bbb_room_participants: ascending whole numbers"
    case .listenersBuckets: "buckets of bbb_room_listeners"
    case .voiceParticipantsBuckets: "buckets of bbb_room_voice_participants"
    case .videoParticipantsBuckets: "buckets of bbb_room_video_participants"
    case .scrapeTimeout: "seconds for a scrape that does not say its own timeout, 0.1 to 300"
    case .bbbDirectory: "where BigBlueButton keeps its recordings"
    case .bbbReleaseFile: "file with the KEY=version line of the installed BigBlueButton"
    case .checksumAlgorithm: "hash that signs the calls: sha1, sha256, sha384 or sha512"
    case .recordingsRefresh: "ask for recordings at most this often, 0 (every scrape) to 86400"
    case .meetingSeries: "true adds series for single meetings"
    case .meetingSeriesLimit: "the most meetings with series of their own, 1 to 10000"
    case .meetingSeriesNames: "true adds the names of meetings to their series"
    case .syntheticProbe: "try create, join, info and end this often, 10 to 86400; 0 never"
    case .targetsFile: "file of servers for /probe?target=NAME"
    case .webConfigFile: "TLS and basic auth of the own port, in the exporters' common format"
    case .connectionLimit: "the most connections to the own port, 10 to 100000"
    case .logFormat: "text or json"
    }
  }

  /// Whether a value may be shown: never the secret, nor what looks like neither URL nor path where one belongs, since
  /// it may be the secret, put into the wrong variable.
  func shows(_ value: String) -> Bool {
    switch self {
    case .apiSecret: false
    case .apiBaseURL: value.contains("://") || value.contains(".")
    case .apiSecretFile: value.hasPrefix("/") || value.hasPrefix(".")
    default: true
    }
  }
}
