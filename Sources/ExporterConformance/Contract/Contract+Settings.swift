extension Contract {
  /// §1: the environment.
  static let settingLines = [
    ContractLine(
      "§1 API_BASE_URL",
      "required; the base of the API, documented to end in a slash; right: with or without /api and slash"),
    ContractLine(
      "§1 API_SECRET", "required; the shared secret; right: trailing white space is trimmed with a warning"),
    ContractLine("§1 PORT", "9688 by default; 1 to 65535"),
    ContractLine("§1 BIND_IP", "0.0.0.0 by default; the address to listen on"),
    ContractLine(
      "§1 TLS_VERIFY", "true, false, or the path of a CA bundle; right: strict about other spellings"),
    ContractLine("§1 DEBUG", "verbose log; right: never prints passwords, names, secrets or checksums"),
    ContractLine("§1 RECORDINGS_METRICS", "recordings on or off; on by default"),
    ContractLine(
      "§1 RECORDINGS_METRICS_READ_FROM_DISK",
      "count recordings in /var/bigbluebutton; adds bbb_recordings_unprocessed; fatal at start without the directory"
    ),
    ContractLine(
      "§1 BBB_VERSION_READ_FROM_DISK",
      "adds bbb_version from /etc/bigbluebutton/bigbluebutton-release, one KEY=version"),
    bucketLine("ROOM_PARTICIPANTS_CUSTOM_BUCKETS"),
    bucketLine("ROOM_LISTENERS_CUSTOM_BUCKETS"),
    bucketLine("ROOM_VOICE_PARTICIPANTS_CUSTOM_BUCKETS"),
    bucketLine("ROOM_VIDEO_PARTICIPANTS_CUSTOM_BUCKETS"),
  ]

  private static func bucketLine(_ name: String) -> ContractLine {
    ContractLine(
      "§1 \(name)",
      "non-negative integers, comma separated, +Inf is added; anything else ends the exporter at start; right: also"
        + " unsorted, duplicated or empty entries")
  }
}
