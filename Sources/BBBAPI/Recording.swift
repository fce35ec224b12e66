/// A recording on a server, as `getRecordings` shows it.
///
/// - Source: facts §2.10, §5.1.
public struct Recording: Sendable, Equatable, Codable {
  /// Equal to the internal ID of the recorded meeting (facts §4.2).
  public var recordID: String
  /// The external ID of the recorded meeting.
  public var meetingID: String
  /// The name of the recorded meeting.
  public var name: String
  /// Where in the pipeline the recording stands.
  public var state: RecordingState
  /// Milliseconds since the epoch.
  public var startTime: Int64
  /// Milliseconds since the epoch.
  public var endTime: Int64
  /// The number of distinct people in the recorded meeting.
  public var participants: Int
  /// Bytes of the raw archive.
  public var rawSize: Int64
  /// The metadata of the recorded meeting; lower-case keys.
  public var metadata: [Metadatum]
  /// Set when the recorded meeting was a breakout room.
  public var breakout: MeetingDetails.Breakout?
  /// The internal IDs of the breakout recordings that belong to this one.
  public var breakoutRooms: [String]
  /// What can be played back.
  public var formats: [PlaybackFormat]

  /// One way to play a recording back.
  public struct PlaybackFormat: Sendable, Equatable, Codable {
    /// `presentation`, `video`, `podcast`, `screenshare` or `notes`.
    public var type: String
    /// The link for a browser.
    public var url: String
    /// Milliseconds that the server worked on this format.
    public var processingTime: Int64
    /// Length in milliseconds; the wire shows whole minutes.
    public var lengthInMilliseconds: Int64
    /// Bytes of the playback files.
    public var size: Int64
    /// The number of slides that `getRecordings` shows a picture of; 0 to 3.
    public var previewCount = 0

    /// What BBB's scripts make, the usual one first.
    public static let types = ["presentation", "video", "podcast", "screenshare", "notes"]

    /// Describes one format.
    public init(
      type: String, url: String, processingTime: Int64, lengthInMilliseconds: Int64, size: Int64
    ) {
      self.type = type
      self.url = url
      self.processingTime = processingTime
      self.lengthInMilliseconds = lengthInMilliseconds
      self.size = size
    }
  }

  /// Makes a recording without metadata, breakout rooms or playback formats.
  public init(
    recordID: String, meetingID: String, name: String, state: RecordingState, startTime: Int64,
    endTime: Int64,
    participants: Int, rawSize: Int64
  ) {
    self.recordID = recordID
    self.meetingID = meetingID
    self.name = name
    self.state = state
    self.startTime = startTime
    self.endTime = endTime
    self.participants = participants
    self.rawSize = rawSize
    metadata = []
    breakout = nil
    breakoutRooms = []
    formats = []
  }
}

/// Where a recording stands between the end of its meeting and its deletion.
public enum RecordingState: String, Sendable, Codable, CaseIterable {
  /// Ended and archived, not yet taken up; on disk only, no API call shows it (facts §5.4).
  case unprocessed
  case processing
  case processed
  case published
  case unpublished
  case deleted
}
