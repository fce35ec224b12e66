public import BBBAPI

/// A meeting with a fixed time.
public struct MeetingPlan: Sendable, Equatable {
  /// The external meeting ID.
  public var id: String
  /// The title.
  public var name: String
  /// When it is created, after the day began.
  public var at: Duration
  /// How long after that it ends.
  public var lasts: Duration
  /// Whether `record=true` was asked for.
  public var record: Bool
  /// Where it was made, for `bbb-origin` and `bbb-origin-server-name`.
  public var origin: Origin?
  /// Further metadata.
  public var metadata: [Metadatum]
  /// Further parameters of `create`.
  public var options = MeetingOptions()
  /// Counts the days on which a repeated meeting takes place, from 0.
  public var occurrence = 0
  /// Who comes.
  public var people: [PeoplePlan]
  /// Breakout rooms, if any.
  public var breakouts: BreakoutPlan?
  /// Set for a breakout room whose visitors are listed here and not dealt out by the parent's ``breakouts``.
  public var breakout: BreakoutPlace?
  /// What becomes of the recording; without it a recorded meeting follows ``RecordingPlan/init(unprocessed:processing:then:)``.
  public var recording: RecordingPlan?

  /// Makes a meeting without people.
  public init(id: String, name: String, at: Duration, lasts: Duration) {
    self.id = id
    self.name = name
    self.at = at
    self.lasts = lasts
    record = false
    origin = nil
    metadata = []
    people = []
    breakouts = nil
    recording = nil
  }
}

/// The system that a meeting was made with.
public struct Origin: Sendable, Equatable {
  /// `bbb-origin-server-name`, such as `lms.example.org`.
  public var server: String?
  /// `bbb-origin`, such as `Moodle`.
  public var name: String?

  /// Names where a meeting came from.
  public init(server: String? = nil, name: String? = nil) {
    self.server = server
    self.name = name
  }
}

/// Breakout rooms of a meeting; its viewers are dealt out among them and keep their place in the parent.
public struct BreakoutPlan: Sendable, Equatable {
  /// When they open, after the meeting's start.
  public var at: Duration
  /// How many; 1 and above.
  public var rooms: Int
  /// How long they stay open; the parent's end closes them too.
  public var lasts: Duration
  /// What they are called, in the order of their numbers; rooms without a name are called after their number.
  public var names: [String] = []
  /// Whether each room is recorded.
  public var record = false
  /// Whether people may choose a room themselves.
  public var freeJoin = false
  /// Who goes.
  public var who = Visitors.viewers

  /// Whom breakout rooms take.
  public enum Visitors: String, Sendable, Equatable, CaseIterable {
    /// Moderators stay behind.
    case viewers
    /// Moderators go too.
    case everybody
  }

  /// Describes breakout rooms.
  public init(at: Duration, rooms: Int, lasts: Duration) {
    self.at = at
    self.rooms = rooms
    self.lasts = lasts
  }
}

/// The way of a recording through the pipeline, from the end of its meeting.
public struct RecordingPlan: Sendable, Equatable {
  /// How long it waits before it is taken up.
  public var unprocessed: Duration
  /// How long it is worked on.
  public var processing: Duration
  /// Where it comes to rest: published, unpublished or deleted; processed or processing for one that gets stuck there.
  public var then: RecordingState
  /// How long it stays processed before it is published; most servers publish at once.
  public var processed = Duration.zero
  /// How it can be played back, such as `presentation` and `video`.
  public var formats = ["presentation"]

  /// Describes the way; by default two minutes of waiting (facts §5.4) and fifteen of work.
  public init(
    unprocessed: Duration = .seconds(120), processing: Duration = .seconds(900),
    then: RecordingState = .published
  ) {
    self.unprocessed = unprocessed
    self.processing = processing
    self.then = then
  }
}
