import BBBAPI
import BBBReading
import TestSupport
import Testing

@Suite struct GoldenTests {
  @Test(arguments: ["meetings-3.0", "meetings-2.7", "meetings-none", "meetings-proxy", "meetings-crlf"])
  func `an answer to getMeetings reads as recorded, however it is cut`(name: String) throws {
    let body = try fixtures.bytes("\(name).xml")
    let whole = MeetingsAnswer(body)
    try fixtures.expect(whole.report, is: "\(name).txt")
    for size in [1, 2, 7, 100, 16 << 10] { #expect(MeetingsAnswer(body, pieces: size) == whole) }
  }

  @Test(arguments: [
    "recordings-3.0", "recordings-page", "recordings-2.6-dev", "recordings-none", "recordings-fetch-all",
    "recordings-0.9",
  ])
  func `an answer to getRecordings reads as recorded, however it is cut`(name: String) throws {
    let body = try fixtures.bytes("\(name).xml")
    let whole = try recordings(in: body)
    try fixtures.expect(whole.report, is: "\(name).txt")
    for size in [1, 2, 7, 100, 16 << 10] { #expect(try recordings(in: body, pieces: size) == whole) }
  }

  @Test(arguments: ["meetings-3.0", "meetings-2.7"])
  func `an answer that ends early is truncated and its meetings so far were handed over`(name: String) throws
  {
    let body = try fixtures.bytes("\(name).xml")
    let whole = MeetingsAnswer(body)
    for length in stride(from: 1, to: body.count, by: 7) {
      let answer = MeetingsAnswer(body.prefix(length))
      guard case .truncated = answer.error else {
        Issue.record("cut after \(length) bytes: \(String(describing: answer.error))")
        return
      }
      #expect(whole.meetings.starts(with: answer.meetings))
    }
  }
}

extension MeetingsAnswer {
  /// One line a field, in the order of the type.
  fileprivate var report: String {
    ([outcome.map(line) ?? "no outcome"] + anomalies + meetings.flatMap(lines)).map { $0 + "\n" }.joined()
  }

  private func lines(_ meeting: MeetingReading) -> [String] {
    ["meeting"]
      + Mirror(reflecting: meeting).children.map { field in
        "  \(field.label ?? "?"): \(value(field.value))"
      }
  }

  private func value(_ any: Any) -> String {
    if let counts = any as? [ClientCount] {
      return counts.map { "\($0.clientType.rawValue) \($0.count)" }.joined(separator: ", ")
    }
    return Mirror(reflecting: any).children.first.map { "\($0.value)" } ?? "nil"
  }
}

extension RecordingsReading {
  fileprivate var report: String {
    let total = totalElements.map { "\($0)" } ?? "nil"
    let odd = anomalies.map { "\($0.anomaly) \($0.element.rawValue) \($0.count)" }
    return ([line(outcome), "listed \(listedCount)", "total \(total)"] + odd).map { $0 + "\n" }.joined()
  }
}

private func line(_ outcome: ResponseOutcome) -> String {
  "\(outcome.returncode.rawValue) \(outcome.messageKey ?? "nil") \(outcome.message ?? "nil")"
}
