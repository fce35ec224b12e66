import BBBAPI
import Determinism

extension RecordedDay {
  /// The way of a meeting's recording through the pipeline; nil where the scenario's usual one comes too late to be
  /// seen. Later changes go into the timeline.
  mutating func pipeline(of index: Int, hadPeople: Bool) -> String? {
    let (track, span) = (recorder.meetings[index], spans[index])
    guard track.facts.isRecorded, span.hasEnded, hadPeople else { return nil }
    guard let recording = recording(of: index) else {
      let rest = recorder.offsets[recorder.offsets.count - 1] - span.ends + .seconds(3600)
      return "recording: { unprocessed: \(rest.scenarioText) }"
    }
    var way = Way(changes: recording.changes.map { (max(span.ends, recorder.offsets[$0.poll]), $0.state) })
    let line = way.line(from: span.ends)
    for (at, state) in way.rest {
      if let verb = Self.verbs[state] { timeline.append((at, "\(verb): \(id(of: index))")) }
    }
    return line
  }

  private static let verbs: [RecordingState: String] = [
    .published: "publish", .unpublished: "unpublish", .deleted: "delete",
  ]

  /// The recording of a meeting that was seen to end.
  private func recording(of index: Int) -> RecordingTrack? {
    let recording = recorder.recording(recorder.meetings[index].facts.internalID)
    return recording.flatMap { ($0.changes.first?.poll ?? 0) > 0 ? $0 : nil }
  }

  /// Writes entries of `recordings` for those whose meeting is not in the file.
  mutating func write(recordings: [RecordingTrack]) {
    var resting: [RecordingState: [RecordingTrack]] = [:]
    for recording in recordings where !isOfMeeting(recording) {
      guard let first = recording.changes.first, let last = recording.changes.last else { continue }
      if first.poll == 0, first.state == last.state {
        resting[first.state, default: []].append(recording)
      } else {
        // What was not there at the beginning was waiting to be taken up.
        let before = first.poll == 0 ? first.state : .unprocessed
        let drains = recorder.offsets[last.poll].scenarioText
        stocks.append(
          "- { count: 1, state: \(before.rawValue), spread: \(spread(of: [recording])), drains: \(drains), then: \(last.state.rawValue) }"
        )
      }
    }
    let lines = RecordingState.allCases.compactMap { state in
      resting[state].map { tracks in
        "- { count: \(tracks.count), state: \(state.rawValue), spread: \(spread(of: tracks)) }"
      }
    }
    stocks = lines + stocks
  }

  private func isOfMeeting(_ recording: RecordingTrack) -> Bool {
    guard let track = tracks[recording.recordID], (recording.changes.first?.poll ?? 0) > 0 else {
      return false
    }
    let meeting = recorder.meetings[track]
    return meeting.facts.isRecorded && spans[track].hasEnded && !meeting.stays.isEmpty
  }

  /// In whole days, which say little about when.
  private func spread(of tracks: [RecordingTrack]) -> String {
    let day: Int64 = 86_400_000
    let now = recorder.startedAt.millisecondsSinceEpoch
    let oldest = tracks.compactMap(\.startTime).min() ?? now
    let age = now.subtractingReportingOverflow(oldest)
    return "\(age.overflow ? 1 : min(max(1, (age.partialValue + day - 1) / day), 36_500))d"
  }
}

/// How a recording went from state to state.
private struct Way {
  private var changes: ArraySlice<(at: Duration, state: RecordingState)>

  init(changes: [(at: Duration, state: RecordingState)]) { self.changes = changes[...] }

  /// What comes after ``line(from:)``.
  var rest: [(at: Duration, state: RecordingState)] { Array(changes) }

  /// The way from the end of the meeting to the first state in which it rests.
  mutating func line(from ends: Duration) -> String {
    let begun = changes.first?.at ?? ends
    var parts = ["unprocessed: \((begun - ends).scenarioText)"]
    let processing = take(.processing)
    guard let next = changes.first else { return Self.line(parts + ["then: processing"]) }
    parts.append("processing: \((processing == nil ? .zero : next.at - begun).scenarioText)")
    if take(.processed) != nil {
      guard let resting = changes.first else { return Self.line(parts + ["then: processed"]) }
      parts.append("processed: \((resting.at - next.at).scenarioText)")
    }
    let state = changes.popFirst()?.state ?? .published
    return Self.line(
      parts + ["then: \(state == .unprocessed ? RecordingState.deleted.rawValue : state.rawValue)"])
  }

  private mutating func take(_ state: RecordingState) -> Duration? {
    changes.first?.state == state ? changes.popFirst()?.at : nil
  }

  private static func line(_ parts: [String]) -> String { "recording: { \(parts.joined(separator: ", ")) }" }
}
