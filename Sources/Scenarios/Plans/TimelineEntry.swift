/// One happening at one moment.
public struct TimelineEntry: Sendable, Equatable {
  /// When, after the day began.
  public var at: Duration
  /// What happens.
  public var action: Action

  /// What can happen to a meeting or to a named person in it.
  public enum Action: Sendable, Equatable {
    case leave(meeting: String, who: String)
    case microphone(meeting: String, who: String, on: Bool)
    case camera(meeting: String, who: String, streams: Int)
    case end(meeting: String)
  }

  /// Puts an action at a moment.
  public init(at: Duration, action: Action) {
    self.at = at
    self.action = action
  }
}
