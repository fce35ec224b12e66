import BBBReading

/// A meeting that was seen, as little of it as tells it apart.
struct MeetingSighting: Sendable, Equatable {
  /// 64 bits of the internal meeting ID.
  let fingerprint: UInt64
  let isBreakout: Bool

  /// Nil when the meeting cannot be told apart or counted in either family.
  init?(_ meeting: MeetingReading) {
    guard let id = meeting.internalMeetingID, let isBreakout = meeting.isBreakout else { return nil }
    fingerprint = Self.fingerprint(of: id)
    self.isBreakout = isBreakout
  }

  /// FNV-1a, then the mixing step of MurmurHash3: the same on every machine and in every run, unlike `Hasher`.
  private static func fingerprint(of id: String) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    hash = (hash ^ (hash >> 33)) &* 0xff51_afd7_ed55_8ccd
    hash = (hash ^ (hash >> 33)) &* 0xc4ce_b9fe_1a85_ec53
    return hash ^ (hash >> 33)
  }
}

/// How many meetings have been seen, each counted once.
struct UniqueMeetings: Sendable, Equatable {
  private(set) var meetings = 0
  private(set) var breakoutRooms = 0

  /// Counts a meeting that is new.
  mutating func add(_ sighting: MeetingSighting) {
    if sighting.isBreakout { breakoutRooms += 1 } else { meetings += 1 }
  }
}

/// Tells meetings apart while the process lives.
///
/// It has to remember meetings that are over, since an answer may leave one out and bring it back. 8 bytes are kept of
/// each, 11 to 22 with the sets' spare room: a server with 1,000 meetings a day costs 4 to 8 MB a year. The chance that
/// any two of ten million meetings share a fingerprint, so that one is not counted, is 3 in a million.
///
/// It forgets only what has been out of sight while half a million others came, so that no server, be it hostile, makes
/// it keep more than a million: 22 MB at most.
struct SeenMeetings: Sendable {
  private let generation: Int
  private var recent: Set<UInt64> = []
  private var earlier: Set<UInt64> = []

  /// Remembers nothing yet.
  ///
  /// - Parameter generation: how many others have to come before a meeting is forgotten; more than an answer may list,
  ///   so that no running one is.
  init(generation: Int = 5 * MeetingsTally.limit) {
    self.generation = generation
  }

  /// Whether the meeting was never seen before; it is from now on.
  mutating func isNew(_ sighting: MeetingSighting) -> Bool {
    guard recent.insert(sighting.fingerprint).inserted else { return false }
    let isNew = !earlier.contains(sighting.fingerprint)
    if recent.count >= generation {
      earlier = recent
      recent = []
    }
    return isNew
  }
}
