import BBBAPI

/// One recording over all polls.
struct RecordingTrack: Sendable {
  /// Tells recordings apart; never written.
  let recordID: String
  let startTime: Int64?
  /// The poll from which on it was in a state, in order; unprocessed is what no call shows any more.
  private(set) var changes: [(poll: Int, state: RecordingState)]
  private var lastSeen: Int

  init(_ recording: SeenRecording, poll: Int) {
    (recordID, startTime) = (recording.recordID, recording.startTime)
    changes = [(poll, recording.state ?? .published)]
    lastSeen = poll
  }

  /// Takes what a poll showed.
  mutating func take(_ recording: SeenRecording, poll: Int) {
    lastSeen = poll
    change(to: recording.state ?? .published, poll)
  }

  /// Notes whether the poll, which is over, has not shown it.
  mutating func close(poll: Int) {
    if lastSeen < poll { change(to: .unprocessed, poll) }
  }

  private mutating func change(to state: RecordingState, _ poll: Int) {
    if changes.last?.state != state { changes.append((poll, state)) }
  }
}
