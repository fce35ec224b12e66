import ConformanceKit

extension Mutant {
  /// Exporters that do not heed a setting.
  static let heedless = settingsPassedOver + wrongStatuses + badBuckets + bucketsPassedOver

  private static let settingsPassedOver = [
    Mutant(
      "behaviour/recordings-always", "RECORDINGS_METRICS is not heeded.",
      from: "contract §1 RECORDINGS_METRICS",
      claimedBy: ["recordings/switched-off"], .heedless(of: "RECORDINGS_METRICS")),
    Mutant(
      "behaviour/disk-never", "RECORDINGS_METRICS_READ_FROM_DISK is not heeded.",
      from: "contract §1 RECORDINGS_METRICS_READ_FROM_DISK",
      claimedBy: ["recordings/from-disk", "recordings/empty-disk", "settings/no-disk"],
      .heedless(of: "RECORDINGS_METRICS_READ_FROM_DISK")),
    Mutant(
      "behaviour/version-never", "BBB_VERSION_READ_FROM_DISK is not heeded.",
      from: "contract §1 BBB_VERSION_READ_FROM_DISK", claimedBy: ["versions/server-from-disk"],
      .heedless(of: "BBB_VERSION_READ_FROM_DISK")),
    Mutant(
      "behaviour/version-always", "The server's version is read, asked for or not.",
      from: "contract §2 bbb_version",
      claimedBy: ["versions/server-not-asked-for"],
      .environment("BBB_VERSION_READ_FROM_DISK=true; export BBB_VERSION_READ_FROM_DISK")),
    Mutant(
      "behaviour/tls-always-verified", "TLS_VERIFY is not heeded.", from: "contract §1 TLS_VERIFY",
      claimedBy: ["settings/tls-not-verified", "settings/tls-verified-by-bundle"], .heedless(of: "TLS_VERIFY")
    ),
    Mutant(
      "behaviour/false-is-a-path", "TLS_VERIFY=false is taken for the path of a bundle.",
      from: "contract §4 TLS_VERIFY=no",
      claimedBy: ["settings/tls-verify-off", "settings/tls-not-verified"],
      .environment("TLS_VERIFY=/false; export TLS_VERIFY")),
    Mutant(
      "behaviour/tls-never-verified", "Any server is trusted.", from: "verify=False left in a client",
      claimedBy: ["settings/tls-unknown-authority"], .environment("TLS_VERIFY=false; export TLS_VERIFY")),
    Mutant(
      "behaviour/secret-defaulted", "A secret that is missing is replaced by one from the manual.",
      from: "contract §1 API_SECRET: required", claimedBy: ["settings/secret-missing"],
      .environment("API_SECRET=secret; export API_SECRET")),
    Mutant(
      "behaviour/url-defaulted", "An address that is missing is replaced by the machine itself.",
      from: "contract §1 API_BASE_URL: required", claimedBy: ["settings/base-url-missing"],
      .environment("API_BASE_URL=http://127.0.0.1:1/bigbluebutton/api/; export API_BASE_URL")),
  ]

  /// A supervisor takes an exporter that ends with 0 for one that has done its work.
  private static let wrongStatuses = [
    Mutant(
      "behaviour/refusal-with-zero", "Settings that are refused end the exporter with status 0.",
      from: "a handler that prints the error and returns",
      claimedBy: [
        "settings/port-no-number", "settings/port-out-of-range", "settings/secret-missing",
        "settings/base-url-missing",
      ],
      .script("{exporter}; exit 0"))
  ]

  private static let badBuckets = [
    ("ROOM_PARTICIPANTS_CUSTOM_BUCKETS", "settings/participants-buckets-no-integers"),
    ("ROOM_PARTICIPANTS_CUSTOM_BUCKETS", "settings/negative-bucket"),
    ("ROOM_PARTICIPANTS_CUSTOM_BUCKETS", "settings/fractional-bucket"),
    ("ROOM_LISTENERS_CUSTOM_BUCKETS", "settings/listeners-buckets-no-integers"),
    ("ROOM_VOICE_PARTICIPANTS_CUSTOM_BUCKETS", "settings/voice-buckets-no-integers"),
    ("ROOM_VIDEO_PARTICIPANTS_CUSTOM_BUCKETS", "settings/video-buckets-no-integers"),
    ("ROOM_VIDEO_PARTICIPANTS_CUSTOM_BUCKETS", "settings/negative-video-bucket"),
  ].map { name, slug in
    let claim = Slug(stringLiteral: slug)
    return Mutant(
      .derived("behaviour", claim.name, "passed-over"),
      "A list that is wrong is replaced by the default one.",
      from: "contract §1 \(name)", claimedBy: [claim], .heedless(of: name))
  }

  private static let bucketsPassedOver = [
    ("ROOM_PARTICIPANTS_CUSTOM_BUCKETS", "participants"), ("ROOM_LISTENERS_CUSTOM_BUCKETS", "listeners"),
    ("ROOM_VOICE_PARTICIPANTS_CUSTOM_BUCKETS", "voice"), ("ROOM_VIDEO_PARTICIPANTS_CUSTOM_BUCKETS", "video"),
  ].map { name, count in
    Mutant(
      .derived("behaviour", count, "buckets-passed-over"), "\(name) is not heeded.",
      from: "contract §1 \(name)",
      claimedBy: [Slug(stringLiteral: "rooms/custom-\(count)-buckets"), "rooms/all-custom-buckets"],
      .heedless(of: name))
  }
}
