import BBBAPI
import Determinism
public import Scenarios

/// A day as a table: how many meetings and people at regular moments, and what began or ended in between.
public struct DayTable: Sendable {
  /// Where the table stops, and how far its rows lie apart.
  public struct Grid: Sendable, Equatable {
    /// The last moment, after the day began.
    public var until: Duration
    /// The distance between rows; above zero.
    public var every: Duration

    /// Lays rows over a day.
    public init(until: Duration, every: Duration) {
      self.until = until
      self.every = every
    }
  }

  /// One moment of the day.
  public struct Row: Sendable, Equatable {
    /// Since the day began.
    public var offset: Duration
    /// Breakout rooms left out.
    public var meetings: Int
    /// Breakout rooms that are open.
    public var breakoutRooms: Int
    /// People online, those in breakout rooms counted in both.
    public var people: Int
    /// People with listen-only audio.
    public var listening: Int
    /// People with a microphone or a telephone.
    public var speaking: Int
    /// Camera streams.
    public var cameras: Int
    /// Unprocessed and processing.
    public var recordingsInWork: Int
    /// Recordings that anybody may see.
    public var recordingsPublished: Int
    /// What began and ended since the row before.
    public var changes: String
  }

  /// The moments in order.
  public let rows: [Row]

  /// Plays the day once through.
  ///
  /// Without `changes` no row says what began and ended, which saves comparing every two of them.
  public init(of scenario: Scenario, seed: UInt64? = nil, grid: Grid? = nil, changes: Bool = true) {
    let grid = grid ?? Grid(for: scenario)
    var timeline = Timeline(scenario: scenario, seed: seed)
    var before: [String: String] = [:]
    rows = stride(from: 0, through: grid.until.milliseconds, by: Int(grid.every.milliseconds)).map { offset in
      timeline.advance(to: scenario.starts.advanced(by: .milliseconds(offset)))
      guard changes else { return Row(timeline.world, offset: .milliseconds(offset), changes: "") }
      let now = timeline.world.namesByID
      defer { before = now }
      return Row(
        timeline.world, offset: .milliseconds(offset),
        changes: Changes(from: before, to: now, in: timeline.world).text)
    }
  }
}

extension DayTable.Grid {
  /// About two dozen rows over everything that has a fixed time; twelve hours where only chance is at work, a week where it follows one.
  public init(for scenario: Scenario) {
    let ends = scenario.meetings.map { plan in
      let recording =
        plan.record ? plan.recording ?? RecordingPlan() : RecordingPlan(unprocessed: .zero, processing: .zero)
      return plan.at + plan.lasts + recording.unprocessed + recording.processing
    }
    let week = scenario.arrivals.contains { $0.curve != nil } ? [Duration.seconds(7 * 86_400)] : []
    let last =
      (ends + scenario.recordings.compactMap(\.drains) + week).max()
      ?? (scenario.arrivals.isEmpty ? .seconds(3600) : .seconds(12 * 3600))
    let steps: [Int64] = [1, 2, 5, 10, 15, 30, 60, 120, 240, 360, 480, 720, 1440]
    let wanted = last.milliseconds / 24
    let minutes = steps.first { $0 * 60_000 >= wanted } ?? 1440
    every = .seconds(minutes * 60)
    until = .milliseconds(
      (last.milliseconds + every.milliseconds - 1) / every.milliseconds * every.milliseconds)
  }
}

extension DayTable.Row {
  fileprivate init(_ world: World, offset: Duration, changes: String) {
    self.offset = offset
    self.changes = changes
    let rooms = world.meetings.count { $0.details.breakout != nil }
    breakoutRooms = rooms
    meetings = world.meetings.count - rooms
    people = world.participantCount
    listening = world.meetings.reduce(0) { $0 + $1.listenerCount }
    speaking = world.meetings.reduce(0) { $0 + $1.voiceParticipantCount }
    cameras = world.meetings.reduce(0) { $0 + $1.videoCount }
    recordingsInWork = world.recordings.count { $0.state == .unprocessed || $0.state == .processing }
    recordingsPublished = world.recordings.count { $0.state == .published }
  }
}

extension World {
  /// The names of the meetings by internal ID, breakout rooms left out: their parent speaks for them.
  fileprivate var namesByID: [String: String] {
    let pairs = meetings.filter { $0.details.breakout == nil }.map {
      ($0.details.internalMeetingID, $0.details.name)
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }
}

/// What two moments differ in, for a reader.
private struct Changes {
  let began: [String]
  let ended: [String]

  init(from before: [String: String], to now: [String: String], in world: World) {
    began = now.filter { before[$0.key] == nil }.map(\.value).sorted()
    ended = before.filter { now[$0.key] == nil }.map(\.value).sorted()
  }

  var text: String {
    [Self.listed(began, "begins", "begin"), Self.listed(ended, "ends", "end")].compactMap { $0 }.joined(
      separator: "; ")
  }

  /// Two names at most; more than that is a number.
  private static func listed(_ names: [String], _ one: String, _ many: String) -> String? {
    switch names.count {
    case 0: nil
    case 1: "\(names[0]) \(one)"
    case 2: "\(names[0]) and \(names[1]) \(many)"
    default: "\(names.count) meetings \(many)"
    }
  }
}
