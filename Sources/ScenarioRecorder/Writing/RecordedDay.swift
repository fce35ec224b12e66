import Determinism
import Scenarios

extension Recorder {
  /// The day as a scenario file.
  ///
  /// Offsets are kept and dates are not, unless `keepsDate`: then the day begins in the minute in which the recording
  /// began. No text of the server stands in it but the names of well-known products and clients.
  public func scenario(keepsDate: Bool = false) -> String {
    var day = RecordedDay(self)
    day.write()
    let minute: Int64 = 60_000
    let starts =
      keepsDate
      ? SimulatedInstant(millisecondsSinceEpoch: startedAt.millisecondsSinceEpoch / minute * minute)
      : Scenario.usualStart
    return """
      # Recorded from a server by bbb-sim record: \(pollCount) \(pollCount == 1 ? "poll" : "polls"), \
      \(every.scenarioText) apart. Names, IDs and addresses are made up.
      scenario: recorded
      about: A stretch of a real server's day, without its people.
      seed: 1
      starts: \(starts.iso8601)
      server: { profile: "3.0" }
      \(day.text)
      """ + "\n"
  }
}

/// The parts of the file that follow from what was seen.
struct RecordedDay {
  let recorder: Recorder
  /// The tracks in the order of the file: rooms stand behind their parents.
  let order: [Int]
  let spans: [MeetingSpan]
  var meetings: [String] = []
  var stocks: [String] = []
  var timeline: [(at: Duration, text: String)] = []
  var people = Pseudonyms("person")
  var clients = Pseudonyms("client")
  var servers = Pseudonyms("lms", suffix: ".example.org")
  var systems = Pseudonyms("system")
  /// The tracks by the server's ID; of several the last one.
  let tracks: [String: Int]
  /// The number of each track, as in `meeting-1`.
  let numbers: [Int: Int]

  init(_ recorder: Recorder) {
    self.recorder = recorder
    spans = recorder.meetings.map { MeetingSpan(of: $0, in: recorder) }
    let indices = recorder.meetings.indices
    order =
      indices.filter { recorder.meetings[$0].facts.room == nil }
      + indices.filter { recorder.meetings[$0].facts.room != nil }
    tracks = Dictionary(indices.map { (recorder.meetings[$0].facts.internalID, $0) }) { $1 }
    numbers = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0 + 1) })
  }

  mutating func write() {
    for track in order { write(meeting: track) }
    write(recordings: recorder.recordings)
  }

  /// What a track is called in the file.
  func id(of track: Int) -> String { "meeting-\(numbers[track] ?? 0)" }

  /// The sections, each behind an empty line; those without entries are left out.
  var text: String {
    let moments = timeline.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
    let sections = [
      ("meetings", meetings), ("recordings", stocks),
      ("timeline", moments.map { "- { at: \($0.element.at.scenarioText), \($0.element.text) }" }),
    ]
    return sections.filter { !$0.1.isEmpty }
      .map { name, entries in "\n\(name):\n" + entries.map(Self.indented).joined(separator: "\n") }
      .joined(separator: "\n")
  }

  private static func indented(_ entry: String) -> String {
    entry.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")
  }
}
