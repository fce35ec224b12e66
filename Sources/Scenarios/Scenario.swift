public import Determinism

/// A day at a BBB server: what happens, to whom, and when.
///
/// Times inside are offsets from ``starts`` or from the start of the meeting they belong to.
public struct Scenario: Sendable, Equatable {
  /// The name, as in `bbb-sim run NAME`.
  public var name: String
  /// One or two sentences for a reader.
  public var about: String
  /// The seed of every random choice.
  public var seed: UInt64
  /// The simulated instant at which the day begins.
  public var starts: SimulatedInstant
  /// How the simulated server answers.
  public var server: ServerPlan
  /// Kinds of people, by name.
  public var crowds: [Crowd]
  /// Meetings with a fixed time, in the order of the file.
  public var meetings: [MeetingPlan]
  /// Streams of meetings that come by chance, in the order of the file.
  public var arrivals: [ArrivalPlan]
  /// Recordings that lie on the server when the day begins.
  public var recordings: [RecordingStock]
  /// Single happenings, in the order of the file.
  public var timeline: [TimelineEntry]
  /// What goes wrong on the wire.
  public var faults: [FaultRule]
  /// Further servers beside this one, each with a day of its own.
  public var servers: [FleetServer]

  /// Makes a day on which nothing happens.
  public init(
    name: String, about: String = "", seed: UInt64 = 0, starts: SimulatedInstant,
    server: ServerPlan = ServerPlan()
  ) {
    self.name = name
    self.about = about
    self.seed = seed
    self.starts = starts
    self.server = server
    crowds = []
    meetings = []
    arrivals = []
    recordings = []
    timeline = []
    faults = []
    servers = []
  }
}

/// How the simulated server presents itself.
public struct ServerPlan: Sendable, Equatable {
  /// The BBB version to be like.
  public var profile: String
  /// The shared secret that signs API calls.
  public var secret: String
  /// Switches of the profile that stand otherwise here.
  public var quirks: [Quirk]

  /// Describes a server; by default the newest profile and a secret for demonstrations.
  public init(profile: String = "3.0", secret: String = "demo-secret", quirks: [Quirk] = []) {
    self.profile = profile
    self.secret = secret
    self.quirks = quirks
  }
}
