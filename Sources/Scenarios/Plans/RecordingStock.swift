public import BBBAPI

/// Recordings that lie on the server when the day begins.
public struct RecordingStock: Sendable, Equatable {
  /// How many.
  public var count: Int
  /// Their state.
  public var state: RecordingState
  /// How they can be played back, such as `presentation` and `video`.
  public var formats = ["presentation"]
  /// Over how long from the beginning of the day they leave that state, evenly, the oldest first; nil for never.
  public var drains: Duration?
  /// The state that they leave it for.
  public var then = RecordingState.published
  /// What the recorded meetings were called; `{n}` stands for the number of each, from 1.
  public var name = "Archived meeting {n}"
  /// The external IDs of the recorded meetings; nil for `archive-` and two numbers.
  public var id: String?
  /// Where the recorded meetings were made.
  public var origin: Origin?
  /// Further metadata.
  public var metadata: [Metadatum] = []
  /// How long the recorded meetings lasted; nil for ten minutes to two hours.
  public var lasts: DurationDistribution?
  /// How many people were in each; nil for 2 to 61.
  public var participants: NumberDistribution?
  /// They were made over this long before the day, evenly.
  public var spread: Duration

  /// Describes a stock of recordings.
  public init(count: Int, state: RecordingState, spread: Duration) {
    self.count = count
    self.state = state
    self.spread = spread
  }
}
