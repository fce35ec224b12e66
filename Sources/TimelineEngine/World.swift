public import BBBAPI
public import Determinism
import Scenarios

/// Everything that a simulated server knows at one instant.
///
/// A value: a copy is a snapshot. It changes only through `apply`, in the order of time.
public struct World: Sendable {
  /// The instant up to which everything has happened.
  public internal(set) var instant: SimulatedInstant
  /// Grows with every change; equal revisions of one timeline mean equal answers.
  public internal(set) var revision: UInt64 = 0
  /// Every recording, in the order in which their meetings ended.
  public internal(set) var recordings: [Recording]

  var slots: [MeetingSlot] = []
  var freeSlots: [Int] = []
  /// The occupied slots in the order of creation.
  var order: [Int] = []
  var slotByKey: [MeetingKey: Int] = [:]
  var slotByInternalID: [String: Int] = [:]
  var meetingBySessionToken: [String: MeetingKey] = [:]
  var timers = Agenda<WorldTimer>()
  /// What it has told about itself; no part of how things stand.
  var news = News()

  init(instant: SimulatedInstant, recordings: [Recording]) {
    self.instant = instant
    self.recordings = recordings
  }
}

extension World {
  /// The meetings on the server, breakout rooms included, in the order of their creation.
  public var meetings: MeetingList { MeetingList(world: self) }

  /// The number of people online in all meetings.
  public var participantCount: Int { meetings.reduce(0) { $0 + $1.participantCount } }
}

/// The meetings of a world, in the order of their creation.
public struct MeetingList: RandomAccessCollection, Sendable {
  let world: World

  /// 0.
  public var startIndex: Int { 0 }
  /// The number of meetings.
  public var endIndex: Int { world.order.count }
  /// The meeting that was created `position` meetings after the oldest one alive.
  public subscript(position: Int) -> Meeting { world.slots[world.order[position]].meeting }
}

extension World: Equatable {
  /// Whether two worlds would give the same answers now and for ever, given the same commands.
  public static func == (lhs: World, rhs: World) -> Bool {
    lhs.instant == rhs.instant && lhs.revision == rhs.revision && lhs.recordings == rhs.recordings
      && lhs.order.elementsEqual(rhs.order) { lhs.slots[$0] == rhs.slots[$1] }
      && lhs.timers.entries.map(\.payload) == rhs.timers.entries.map(\.payload)
      && lhs.timers.entries.map(\.instant) == rhs.timers.entries.map(\.instant)
  }
}
