public import BBBAPI
public import Determinism
import Synchronization
import TimelineEngine

extension Simulation {
  /// Does what a test asks for; every change is a command in the journal.
  mutating func handle(
    _ call: BackofficeCall, _ parameters: QueryParameters, playback: [Recording.PlaybackFormat]
  ) -> BackofficeAnswer {
    switch call {
    case .createMeeting: return createMockMeeting(parameters)
    case .createRecording: return createMockRecording(parameters, playback)
    case .recordings:
      return .success(("recordings", .numbered(world.recordings.map(\.backofficeInfo))))
    case .meetings:
      return .success(("meetings", .numbered(world.meetings.map { .fields($0.backofficeSummary) })))
    case .addMeetingEvent: return addMeetingEvent(parameters)
    case .sendAllEvents: return sendAllEvents(parameters)
    case .sendRecordingReadyNotifications, .sendNotifications: return announceRecordings([])
    case .set: return set(parameters)
    case .reset:
      timeline.perform(.clear)
      allowWhatIsSet()
      return .success(("reset", .flag(true)))
    }
  }

  /// Takes checksums as the journal says: by what was set last, or as at the start.
  mutating func allowWhatIsSet() {
    var algorithms = firstAlgorithms
    for entry in timeline.journal {
      switch entry.command {
      case .setValue("checksum_algorithms", let value):
        algorithms = ChecksumAlgorithm.allCases.filter { value.lowercased().contains("\"\($0.rawValue)\"") }
      case .clear: algorithms = firstAlgorithms
      default: break
      }
    }
    profile.allowedAlgorithms = algorithms
    // What was proven by another algorithm is proven no more.
    provenQueries = ProvenQueries()
  }

  func mockMeeting(_ parameters: QueryParameters, _ name: String = "meetingID") -> Meeting? {
    parameters.text(name).flatMap { world.meeting(withExternalID: $0) ?? world.meeting(matching: $0) }
  }

  /// The mock takes any name; only `checksum_algorithms` changes anything, a JSON list such as `["SHA1","SHA256"]`.
  private mutating func set(_ parameters: QueryParameters) -> BackofficeAnswer {
    let (name, value) = (parameters["name"] ?? "", parameters["value"] ?? "")
    timeline.perform(.setValue(name: name, value: value))
    allowWhatIsSet()
    return .success(("setup", .fields([(name.isElementName ? name : "value", .text(value))])))
  }
}

extension Simulator {
  /// Does what a test asks for at an instant; `playback` stands for the formats of a new recording, if any.
  public func backoffice(
    _ call: BackofficeCall, _ parameters: QueryParameters, playback: [Recording.PlaybackFormat] = [],
    at instant: SimulatedInstant
  ) -> BackofficeAnswer {
    let answer = simulation.withLock { simulation in
      simulation.timeline.advance(to: instant)
      return simulation.handle(call, parameters, playback: playback)
    }
    calls.ring()
    return answer
  }
}

extension String {
  /// Whether it can name an element; whatever else a caller sends would break the document.
  fileprivate var isElementName: Bool {
    guard let first = utf8.first, first | 0x20 >= 0x61, first | 0x20 <= 0x7a else { return false }
    return utf8.allSatisfy {
      (0x61...0x7a).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == 0x5f || $0 == 0x2d
    }
  }
}

extension Meeting {
  /// What the mock shows of a meeting.
  var backofficeSummary: [(String, BackofficeValue)] {
    [
      ("meetingID", .text(details.meetingID)), ("attendeePW", .text(details.attendeePW)),
      ("moderatorPW", .text(details.moderatorPW)), ("createTime", .number(details.createTime)),
      ("dialNumber", .text(details.dialNumber)), ("voiceBridge", .text(details.voiceBridge)),
      ("hasBeenForciblyEnded", .text("\(hasBeenForciblyEnded)")),
      ("hasUserJoined", .text("\(hasUserJoined)")),
    ]
  }
}

extension Recording {
  /// What the mock shows of a recording.
  var backofficeInfo: BackofficeValue {
    .fields([
      ("meetingID", .text(meetingID)), ("recordID", .text(recordID)),
      ("published", .text("\(state == .published)")), ("startTime", .number(startTime)),
      ("endTime", .number(endTime)), ("participants", .number(participants)),
      ("isBreakout", .flag(breakout != nil)),
    ])
  }
}
