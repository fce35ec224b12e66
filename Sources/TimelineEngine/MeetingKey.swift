/// Which meeting an event is about, known before the meeting exists.
///
/// A scenario is compiled without looking at the world, so its events can't name slots or internal IDs.
public struct MeetingKey: Sendable, Hashable, Codable {
  /// What brought the meeting into the world.
  var source: Source
  /// The room's number for a breakout room of that meeting, from 1; 0 for the meeting itself.
  var room: Int

  enum Source: Sendable, Hashable, Codable {
    /// The position of a ``MeetingPlan`` in its scenario.
    case plan(Int)
    /// The position of an ``ArrivalPlan``, and which of its meetings, both from 0.
    case arrival(plan: Int, ordinal: Int)
    /// The number of the `create` command in the journal.
    case command(Int)
  }

  init(_ source: Source, room: Int = 0) {
    self.source = source
    self.room = room
  }

  /// The key of one of this meeting's breakout rooms.
  func breakout(_ room: Int) -> MeetingKey { MeetingKey(source, room: room) }

  /// A breakout room that the server opened, not one that came with a `create` call.
  var isServerMadeRoom: Bool { room > 0 }
}

/// Which person of a meeting an event is about; the same person keeps the key in a breakout room.
struct PersonKey: Sendable, Hashable, Codable, Comparable {
  var number: Int

  /// The `ordinal`-th person whom the scenario sends, from 0.
  static func planned(_ ordinal: Int) -> PersonKey { PersonKey(number: ordinal) }

  /// The person who came with a `join` command; numbers below zero never meet planned ones.
  static func command(_ sequence: Int) -> PersonKey { PersonKey(number: -1 - sequence) }

  var cameByCommand: Bool { number < 0 }

  static func < (lhs: PersonKey, rhs: PersonKey) -> Bool { lhs.number < rhs.number }
}
