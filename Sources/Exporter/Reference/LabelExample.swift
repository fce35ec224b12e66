/// A value that a label may have, for the reference page.
enum LabelExample {
  /// The example of a label; a label means the same in every family.
  static let byName: [String: String] = [
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
