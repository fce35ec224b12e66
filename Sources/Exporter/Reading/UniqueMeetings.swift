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

/// Counts each meeting once while the process lives.
///
/// It has to remember every meeting, since an answer may leave one out and bring it back. 8 bytes are kept of each, 11
/// to 22 with the set's spare room: a server with 1,000 meetings a day costs 4 to 8 MB a year. The chance that any two of
/// ten million meetings share a fingerprint, so that one is not counted, is 3 in a million.
struct UniqueMeetings: Sendable, Equatable {
  private(set) var meetings = 0
  private(set) var breakoutRooms = 0
  private var seen: Set<UInt64> = []

  mutating func count(_ sightings: [MeetingSighting]) {
    for sighting in sightings where seen.insert(sighting.fingerprint).inserted {
      if sighting.isBreakout { breakoutRooms += 1 } else { meetings += 1 }
    }
  }
}
