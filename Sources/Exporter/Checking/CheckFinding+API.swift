import BBBAPI

// What BigBlueButton itself says.
extension CheckFinding {
  static func running(_ meetings: Int, after time: Duration) -> CheckFinding {
    let count = meetings == 0 ? "no meetings" : meetings == 1 ? "1 meeting" : "\(meetings) meetings"
    return CheckFinding(
      status: .ok, cause: "ok", text: "\(count) running, answered in \(time.forPeople)", fix: nil)
  }

  static func wrongSecret() -> CheckFinding {
    failed(
      "secret", "the server refuses the secret, with every checksum algorithm",
      fix: "set API_SECRET to what bbb-conf --secret prints on this very server")
  }

  static func wrappedSecret() -> CheckFinding {
    failed(
      "secret-quoted", "the secret has quotation marks or blanks around it that do not belong to it",
      fix: "write API_SECRET without them, as env files and compose files take quotation marks literally")
  }

  static func wrongAlgorithm(_ refused: ChecksumAlgorithm, works: ChecksumAlgorithm) -> CheckFinding {
    failed(
      "algorithm", "the secret is right, but the server refuses \(refused.rawValue) checksums",
      fix: "set API_CHECKSUM_ALGORITHM=\(works.rawValue)")
  }

  static func refusedCall(_ key: String) -> CheckFinding {
    failed(
      "api-failed", "the server answers FAILED \(key)",
      fix: key == "apiNotEnabled"
        ? "set serviceEnabled=true in bigbluebutton.properties" : "look into the log of bbb-web")
  }

  static func noRecordings(_ reason: String) -> CheckFinding {
    warning(
      "recordings", "meetings work, getRecordings does not: \(reason)",
      fix: "look into the log of bbb-web, or leave recordings out: RECORDINGS_METRICS=false")
  }

  static func disk(_ problem: String) -> CheckFinding {
    warning(
      "disk", problem,
      fix: "mount it, or let the user of the exporter read it (exporter and BigBlueButton on one host)")
  }
}
