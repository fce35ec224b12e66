public import BBBAPI

/// Recordings that lie on the server when the day begins.
public struct RecordingStock: Sendable, Equatable {
  /// How many.
  public var count: Int
  /// Their state.
  public var state: RecordingState
  /// How they can be played back, such as `presentation` and `video`.
  public var formats = ["presentation"]
  /// They were made over this long before the day, evenly.
  public var spread: Duration

  /// Describes a stock of recordings.
  public init(count: Int, state: RecordingState, spread: Duration) {
    self.count = count
    self.state = state
    self.spread = spread
  }
}
