/// A value that a label may have, for the reference page.
enum LabelExample {
  /// The example of a label of a family; nil for a label that has none.
  static func value(of label: String, in family: String) -> String? {
    special.first { family.hasPrefix($0.families) && $0.label == label }?.value ?? byName[label]
  }

  /// Labels that mean something else in some families.
  private static let special = [
    (families: "bbb_synthetic_probe", label: "step", value: "create"),
    (families: "bbb_exporter", label: "version", value: ExporterIdentity.version),
  ]

  private static let byName: [String: String] = [
    "arch": "x86_64",
    "breakout": "false",
    "cause": "tls",
    "endpoint": "getRecordings",
    "external_id": "calculus",
    "kind": "malformedNumber",
    "meeting_id": "183f0bf3a0982a127bdb8161e0c44eb696b3e75c-1772438400000",
    "meeting_name": "Calculus I",
    "name": "moodle",
    "parameters": "state=published",
    "recording": "true",
    "server": "lms.example.org",
    "state": "processing",
    "step": "sanity",
    "swift_version": "6.3",
    "type": "html5",
    "version": "3.0.4",
  ]
}
