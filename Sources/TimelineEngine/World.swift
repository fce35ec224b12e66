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
  /// Every recording, in the order in which their meetings ended; new ones come by ``shelve(_:)``.
  public internal(set) var recordings: [Recording] = []
  /// Where in ``recordings`` each record ID stands.
  private(set) var recordingByID: [String: Int] = [:]

  var slots = SlotStore()
  var freeSlots: [Int] = []
  /// The occupied slots in the order of creation.
  var order: [Int] = []
  var slotByKey: [MeetingKey: Int] = [:]
  var slotByInternalID: [String: Int] = [:]
  var meetingBySessionToken: [String: MeetingKey] = [:]
  var prefixes = PrefixIndex()
  /// How many meetings have each number to dial.
  var voiceBridges: [String: Int] = [:]
  /// How many meetings use each voice conference of browsers that has another number than its voice bridge.
  var webVoices: [String: Int] = [:]
  /// How many meetings have come to be.
  var created = 0
  /// Slots whose lists still hold people who were purged; none while anybody looks.
  var untidy: Set<Int> = []
  var timers = Agenda<WorldTimer>()
  /// The hooks of bbb-webhooks, in the order of their creation.
  public internal(set) var webhooks: [Webhook] = []
  /// Subtitles and captions, and who may read them.
  public internal(set) var textTracks = TextTracks()
  /// What it has told about itself; no part of how things stand.
  var news = News()

  init(instant: SimulatedInstant, recordings: [Recording]) {
    self.instant = instant
    for recording in recordings { shelve(recording) }
  }

  /// Adds a recording behind all others and answers its position.
  @discardableResult
  mutating func shelve(_ recording: Recording) -> Int {
    recordings.append(recording)
    recordingByID[recording.recordID] = recordings.count - 1
    return recordings.count - 1
  }
}

extension World {
  /// Takes every recording off the shelf.
  mutating func clearShelf() {
    recordings = []
    recordingByID = [:]
  }

  /// The meetings on the server, breakout rooms included, in the order of their creation.
  public var meetings: MeetingList { MeetingList(slots: slots, order: order) }

  /// The number of people online in all meetings; costs as many steps as there are meetings.
  public var participantCount: Int { order.reduce(0) { $0 + slots[$1].onlineCount } }
}

/// The meetings of a world, in the order of their creation.
///
/// Hold this rather than the world while you render: the world's timers can then go on without being copied.
public struct MeetingList: RandomAccessCollection, Sendable {
  let slots: SlotStore
  let order: [Int]

  /// 0.
  public var startIndex: Int { 0 }
  /// The number of meetings.
  public var endIndex: Int { order.count }
  /// The meeting that was created `position` meetings after the oldest one alive.
  public subscript(position: Int) -> Meeting { slots[order[position]].meeting }
}

extension World: Equatable {
  /// Whether two worlds would give the same answers now and for ever, given the same commands.
  public static func == (lhs: World, rhs: World) -> Bool {
    lhs.instant == rhs.instant && lhs.revision == rhs.revision && lhs.recordings == rhs.recordings
      && lhs.webhooks == rhs.webhooks && lhs.textTracks == rhs.textTracks
      && lhs.order.elementsEqual(rhs.order) { lhs.slots[$0] == rhs.slots[$1] }
      && lhs.timers.entries.map(\.payload) == rhs.timers.entries.map(\.payload)
      && lhs.timers.entries.map(\.instant) == rhs.timers.entries.map(\.instant)
  }
}
