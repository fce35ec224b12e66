/// What a server showed at one moment of the recording.
public struct Poll: Sendable {
  /// When, after the recording began; rises from poll to poll.
  public var offset: Duration
  var meetings: [SeenMeeting]
  /// Each in a state, once.
  var recordings: [SeenRecording]

  /// How many meetings there were, breakout rooms included.
  public var meetingCount: Int { meetings.count }
  /// How many recordings there were in all states.
  public var recordingCount: Int { recordings.count }
}
