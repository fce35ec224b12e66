public import BBBAPI

/// A world in numbers: what `getMeetings` and `getRecordings` tell somebody who adds everything up.
public struct WorldTally: Sendable, Equatable {
  /// A number that each meeting has, and its sum over all of them.
  public struct Count: Sendable, Equatable {
    /// What the contract calls it, such as `voice_participants`.
    public var word: String
    /// One number a meeting, in the order of creation.
    public var values: [Int]
    /// The upper bounds by which an exporter sorts meetings unless it is told others.
    public var bounds: [Int]

    /// All of them together.
    public var sum: Int { values.reduce(0, +) }
  }

  /// People by where their meeting was made; lower-cased, empty where the metadata is missing.
  public struct Origin: Sendable, Equatable {
    /// `bbb-origin-server-name`.
    public var server: String
    /// `bbb-origin`.
    public var name: String
    /// How many.
    public var people: Int
  }

  /// Breakout rooms included.
  public let meetings: Int
  /// Those of them that are breakout rooms.
  public let breakoutRooms: Int
  /// Participants, listeners, voice participants and video participants.
  public let counts: [Count]
  /// The moderators among the participants.
  public let moderators: Int
  /// Attendees by client type, lower-cased and sorted; `dial-in` and `html5` are always there.
  public let clients: [(type: String, people: Int)]
  /// Sorted; meetings without participants add nothing.
  public let origins: [Origin]
  /// Recordings by state.
  public let recordings: [RecordingState: Int]

  /// The most people in one meeting; 0 without a meeting.
  public var largestMeeting: Int { counts[0].values.max() ?? 0 }

  /// Whether two tallies have the same numbers.
  public static func == (lhs: WorldTally, rhs: WorldTally) -> Bool {
    (lhs.meetings, lhs.breakoutRooms, lhs.counts, lhs.moderators)
      == (rhs.meetings, rhs.breakoutRooms, rhs.counts, rhs.moderators)
      && lhs.clients.elementsEqual(rhs.clients, by: ==) && lhs.origins == rhs.origins
      && lhs.recordings == rhs.recordings
  }
}

extension WorldTally {
  /// Adds a world up.
  /// - Source: exporter contract §1 for the bounds, §2 for what counts.
  public init(of world: World) {
    let meetings = Array(world.meetings)
    let (many, few) = (
      [0, 1, 5, 15, 30, 60, 90, 120, 150, 200, 250, 300, 400, 500], [0, 1, 5, 15, 30, 60, 90, 120]
    )
    self.meetings = meetings.count
    breakoutRooms = meetings.count { $0.details.breakout != nil }
    counts = [
      Count(word: "participants", values: meetings.map(\.participantCount), bounds: many),
      Count(word: "listeners", values: meetings.map(\.listenerCount), bounds: many),
      Count(word: "voice_participants", values: meetings.map(\.voiceParticipantCount), bounds: few),
      Count(word: "video_participants", values: meetings.map(\.videoCount), bounds: few),
    ]
    moderators = meetings.reduce(0) { $0 + $1.moderatorCount }
    clients = Self.clients(of: meetings)
    origins = Self.origins(of: meetings)
    recordings = Dictionary(grouping: world.recordings, by: \.state).mapValues(\.count)
  }

  private static func clients(of meetings: [Meeting]) -> [(type: String, people: Int)] {
    var counts = ["html5": 0, "dial-in": 0]
    for meeting in meetings {
      for attendee in meeting.attendees { counts[attendee.clientType.rawValue.lowercased(), default: 0] += 1 }
    }
    return counts.sorted { $0.key < $1.key }.map { (type: $0.key, people: $0.value) }
  }

  private static func origins(of meetings: [Meeting]) -> [Origin] {
    var counts: [[String]: Int] = [:]
    for meeting in meetings where meeting.participantCount > 0 {
      let place = ["bbb-origin-server-name", "bbb-origin"].map { key in
        meeting.details.metadata.first { $0.key == key }?.value.lowercased() ?? ""
      }
      counts[place, default: 0] += meeting.participantCount
    }
    return counts.sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map { Origin(server: $0.key[0], name: $0.key[1], people: $0.value) }
  }
}
