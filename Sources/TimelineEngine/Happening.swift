public import BBBAPI
public import Determinism

/// Something that the world tells about itself while it moves, for whoever carries the news further.
///
/// What API calls bring about is told like what the scenario brings about.
public enum Happening: Sendable, Equatable {
  /// A meeting came to be; as it stood then, nobody in it.
  case meetingCreated(Meeting)
  /// A meeting ended and is gone; as it stood before that.
  ///
  /// `hasRecordingMarks` tells whether anything was recorded (facts §4.5).
  case meetingEnded(Meeting, hasRecordingMarks: Bool)
  /// A person came.
  case userJoined(MeetingReference, Attendee)
  /// A person went; as they were before that, with their audio and cameras.
  case userLeft(MeetingReference, Attendee)
  /// A person's audio changed; `Attendee` as it is now.
  case audioChanged(MeetingReference, Attendee, from: Audio)
  /// A person's camera streams changed; `Attendee` as it is now.
  case cameraChanged(MeetingReference, Attendee, from: Int)
  /// A person took up the presentation, or lost it; see ``Attendee/isPresenter``.
  case presenterChanged(MeetingReference, Attendee)
  /// A recording entered its state; `from` is nil when its meeting has just ended.
  case recordingEntered(Recording, from: RecordingState?)
}

/// Which meeting something happened in.
public struct MeetingReference: Sendable, Hashable {
  /// The server's ID.
  public let internalMeetingID: String
  /// The ID that the caller of `create` chose.
  public let meetingID: String

  init(_ details: MeetingDetails) {
    internalMeetingID = details.internalMeetingID
    meetingID = details.meetingID
  }
}

/// A happening and its moment.
public struct Happened: Sendable, Equatable {
  /// When, on the simulated clock.
  public let instant: SimulatedInstant
  /// What.
  public let happening: Happening
}

extension Happening {
  /// What somebody may want to hear of; collecting the rest would cost time for nothing.
  public struct Topics: OptionSet, Sendable {
    /// One bit a topic.
    public let rawValue: UInt8
    /// Makes a set of topics from its bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Meetings that come and end.
    public static let meetings = Topics(rawValue: 1)
    /// People who come, go, and change audio, cameras or the presenter.
    public static let people = Topics(rawValue: 2)
    /// Recordings that enter a state.
    public static let recordings = Topics(rawValue: 4)
    /// People too, as long as there is a hook that may want to hear of them.
    public static let hooked = Topics(rawValue: 8)
  }

  /// What it is about.
  public var topic: Topics {
    switch self {
    case .meetingCreated, .meetingEnded: .meetings
    case .recordingEntered: .recordings
    case .userJoined, .userLeft, .audioChanged, .cameraChanged, .presenterChanged: .people
    }
  }
}

/// What the world has told since somebody last listened.
struct News: Sendable {
  /// Memory stays bounded when nobody fetches the news of a whole day; the oldest half is forgotten then.
  static let capacity = 200_000

  /// What is wanted; nothing by default, so that nobody pays who does not ask.
  var topics: Happening.Topics = []
  private(set) var happened: [Happened] = []

  mutating func add(_ happening: Happening, at instant: SimulatedInstant) {
    if happened.count >= Self.capacity { happened.removeFirst(Self.capacity / 2) }
    happened.append(Happened(instant: instant, happening: happening))
  }

  mutating func take() -> [Happened] {
    defer { happened = [] }
    return happened
  }
}

extension World {
  /// Tells what happens at this instant to whoever asked for that topic.
  mutating func tell(_ topic: Happening.Topics, _ happening: @autoclosure () -> Happening) {
    guard news.topics.contains(topic) else { return }
    news.add(happening(), at: instant)
  }

  /// Tells of a recording, by its position, that left a state.
  mutating func tell(ofRecording recording: Int, from state: RecordingState?) {
    guard news.topics.contains(.recordings) else { return }
    news.add(.recordingEntered(recordings[recording], from: state), at: instant)
  }

  /// Tells of one person of the meeting in a slot.
  mutating func tell(
    ofPersonAt position: Int, inSlot slot: Int, _ happening: (MeetingReference, Attendee) -> Happening
  ) {
    guard news.topics.contains(.people) else { return }
    let meeting = slots[slot].meeting
    tell(.people, happening(MeetingReference(meeting.details), meeting.attendees[position]))
  }
}
