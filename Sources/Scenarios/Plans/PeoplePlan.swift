public import BBBAPI

/// One named person, or a number of people of one crowd.
public struct PeoplePlan: Sendable, Equatable {
  /// A name for one person; nil for people of a crowd.
  public var name: String?
  /// The external user ID of a named person; nil lets the server choose.
  public var userID: String?
  /// How many; 1 for a named person, 0 and above for a crowd.
  public var count: Int
  /// What these people are like; a named person has a crowd of their own whose shares are 0 or 1.
  public var crowd: Crowd
  /// How many camera streams each person with a camera sends; 1 and above.
  public var cameraStreams: Int
  /// `userdata-` parameters of their join calls, in the order of the file.
  public var customData: [Metadatum] = []
  /// How long they wait as guests, and what a moderator then decides; nil for people who walk in.
  public var waits: Wait?
  /// When they come, after the meeting's start.
  public var joins: Spread
  /// When they go; nil lets them stay to the end.
  public var leaves: Departure?

  /// Describes people who come at the start and stay.
  public init(
    name: String? = nil, userID: String? = nil, count: Int = 1, crowd: Crowd, cameraStreams: Int = 1,
    joins: Spread = .at(.zero), leaves: Departure? = nil
  ) {
    self.name = name
    self.userID = userID
    self.count = count
    self.crowd = crowd
    self.cameraStreams = cameraStreams
    self.joins = joins
    self.leaves = leaves
  }
}

/// A guest's time in the lobby.
public struct Wait: Sendable, Equatable {
  /// From coming to the decision.
  public var time: Duration
  /// Whether a moderator lets them in; else they are sent away.
  public var isAdmitted: Bool

  /// Describes a wait.
  public init(time: Duration, isAdmitted: Bool = true) {
    self.time = time
    self.isAdmitted = isAdmitted
  }
}

/// A moment, or a stretch over which people spread evenly.
public enum Spread: Sendable, Equatable {
  /// `joins: 5m`: everybody at this offset from the meeting's start.
  case at(Duration)
  /// `joins: { within: 10m }`: each at a moment of their own in the first ten minutes.
  case within(Duration)
}

/// When people leave a meeting.
public enum Departure: Sendable, Equatable {
  /// `leaves: 40m`: everybody at this offset from the meeting's start.
  case at(Duration)
  /// `leaves: { before end: 5m }`: each at a moment of their own in the last five minutes.
  case beforeEnd(Duration)
  /// `leaves: { after: lognormal 20m p99 1h }`: each this long after they came.
  case after(DurationDistribution)
}
