public import BBBAPI

/// One happening at one moment.
public struct TimelineEntry: Sendable, Equatable {
  /// When, after the day began.
  public var at: Duration
  /// What happens.
  public var action: Action

  /// What can happen to a meeting or to a named person in it.
  public enum Action: Sendable, Equatable {
    /// Somebody who left comes again, as they were when they first came.
    case join(meeting: String, who: String)
    /// Somebody goes.
    case leave(meeting: String, who: String)
    /// Somebody opens their microphone, or closes it.
    case microphone(meeting: String, who: String, on: Bool)
    /// Somebody sends so many camera streams from now on.
    case camera(meeting: String, who: String, streams: Int)
    /// Somebody listens, or hears nothing any more.
    case listen(meeting: String, who: String, on: Bool)
    /// Somebody takes the presentation.
    case presenter(meeting: String, who: String)
    /// A moderator lets a waiting guest in, or sends them away; whoever does not wait at that moment is passed over.
    case guestDecision(meeting: String, who: String, GuestStatus)
    /// The meeting ends before its time.
    case end(meeting: String)
    /// The recordings of a meeting that has ended are published, unpublished or deleted.
    case recording(meeting: String, RecordingState)
  }

  /// Puts an action at a moment.
  public init(at: Duration, action: Action) {
    self.at = at
    self.action = action
  }
}
