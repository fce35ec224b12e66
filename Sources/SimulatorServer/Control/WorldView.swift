import BBBAPI
import Determinism
import Scenarios
import SimulatorCore
import TimelineEngine

/// The world for `GET /_sim/world`: everything that a test may want to compare with, no password.
struct WorldView: ControlView {
  let now: String
  let millisecondsSinceEpoch: Int64
  let offsetMilliseconds: Int64
  let meetings: [MeetingView]
  /// The number of recordings by state, every state present.
  let recordings: [String: Int]

  static let schema = JSONSchema.object([
    "now": .instant, "millisecondsSinceEpoch": .integer, "offsetMilliseconds": .integer,
    "meetings": .list(of: MeetingView.schema), "recordings": .map(of: .integer),
  ])

  /// The world now, or at an earlier moment: an offset such as `31m`, an ISO instant, or milliseconds since the epoch.
  init(_ server: SimulatedServer, at moment: String?) throws(ControlError) {
    let world = try moment.map { text throws(ControlError) in try Self.past(of: server, at: text) }
    self.init(world ?? server.world, starts: server.starts)
  }

  init(_ world: World, starts: SimulatedInstant) {
    now = world.instant.iso8601
    millisecondsSinceEpoch = world.instant.millisecondsSinceEpoch
    offsetMilliseconds = starts.duration(to: world.instant).milliseconds
    meetings = world.meetings.map(MeetingView.init)
    var counts = Dictionary(uniqueKeysWithValues: RecordingState.allCases.map { ($0.rawValue, 0) })
    for recording in world.recordings { counts[recording.state.rawValue, default: 0] += 1 }
    recordings = counts
  }

  private static func past(of server: SimulatedServer, at text: String) throws(ControlError) -> World {
    let instant =
      Int64(text).map(SimulatedInstant.init(millisecondsSinceEpoch:)) ?? SimulatedInstant(iso8601: text)
      ?? offset(text).map { server.starts.advanced(by: $0) }
    guard let instant, instant >= server.starts, instant <= server.clock.now else { throw .badMoment(text) }
    return server.simulator.world(asOf: instant)
  }

  private static func offset(_ text: String) -> Duration? {
    // What is no duration is no moment either; the caller says so with both forms in hand.
    try? Duration(scenarioText: text)
  }
}

/// A meeting as a test sees it.
struct MeetingView: ControlView {
  let meetingID: String
  let internalMeetingID: String
  let name: String
  let createTime: Int64
  let startTime: Int64
  let endTime: Int64
  let running: Bool
  let recording: Bool
  let isBreakout: Bool
  let participantCount: Int
  let listenerCount: Int
  let voiceParticipantCount: Int
  let videoCount: Int
  let moderatorCount: Int
  let metadata: [String: String]
  let attendees: [AttendeeView]

  static let schema = JSONSchema.object([
    "meetingID": .text, "internalMeetingID": .text, "name": .text, "createTime": .integer,
    "startTime": .integer, "endTime": .integer, "running": .flag, "recording": .flag, "isBreakout": .flag,
    "participantCount": .integer, "listenerCount": .integer, "voiceParticipantCount": .integer,
    "videoCount": .integer, "moderatorCount": .integer, "metadata": .map(of: .text),
    "attendees": .list(of: AttendeeView.schema),
  ])

  init(_ meeting: Meeting) {
    meetingID = meeting.details.meetingID
    internalMeetingID = meeting.details.internalMeetingID
    name = meeting.details.name
    createTime = meeting.details.createTime
    startTime = meeting.startTime
    endTime = meeting.endTime
    running = meeting.isRunning
    recording = meeting.details.isRecorded
    isBreakout = meeting.details.breakout != nil
    participantCount = meeting.participantCount
    listenerCount = meeting.listenerCount
    voiceParticipantCount = meeting.voiceParticipantCount
    videoCount = meeting.videoCount
    moderatorCount = meeting.moderatorCount
    metadata = Dictionary(meeting.details.metadata.map { ($0.key, $0.value) }) { _, last in last }
    attendees = meeting.attendees.map(AttendeeView.init)
  }
}

/// A person as a test sees them.
struct AttendeeView: ControlView {
  let userID: String
  let fullName: String
  let role: String
  let clientType: String
  let audio: String
  let cameraStreams: Int
  let isPresenter: Bool
  let isOnline: Bool

  static let schema = JSONSchema.object([
    "userID": .text, "fullName": .text, "role": .text, "clientType": .text, "audio": .text,
    "cameraStreams": .integer, "isPresenter": .flag, "isOnline": .flag,
  ])

  init(_ attendee: Attendee) {
    userID = attendee.userID
    fullName = attendee.fullName
    role = attendee.role.rawValue
    clientType = attendee.clientType.rawValue
    audio = attendee.audio.rawValue
    cameraStreams = attendee.cameraStreams
    isPresenter = attendee.isPresenter
    isOnline = attendee.isOnline
  }
}

/// A request as a test sees it.
struct ExchangeView: ControlView {
  let sequence: Int
  let now: String
  let millisecondsSinceEpoch: Int64
  let method: String
  /// Nil for a path that is no call; the one without a name is `index`.
  let call: String?
  let status: Int
  let messageKey: String?
  /// What a fault rule did to it.
  let fault: String?
  let isFaulty: Bool
  /// Why the checksum was refused, in one line.
  let diagnosis: String?
  /// The mistakes that give the caller's checksum, by their stable names.
  let mistakes: [String]?
  /// The names of its parameters.
  let parameters: [String]
  /// The values of `state`, `limit` and `offset`.
  let values: [String: String]

  static let schema = JSONSchema.object(
    [
      "sequence": .integer, "now": .instant, "millisecondsSinceEpoch": .integer, "method": .text,
      "isFaulty": .flag, "status": .integer, "parameters": .list(of: .text), "values": .map(of: .text),
    ],
    optional: [
      "call": .text, "messageKey": .text, "fault": .text, "diagnosis": .text,
      "mistakes": .list(of: .text),
    ])

  init(_ exchange: Exchange) {
    sequence = exchange.sequence
    now = exchange.instant.iso8601
    millisecondsSinceEpoch = exchange.instant.millisecondsSinceEpoch
    method = exchange.method
    call = exchange.call?.publicName
    status = exchange.status
    messageKey = exchange.messageKey
    fault = exchange.fault
    isFaulty = exchange.isFaulty
    diagnosis = exchange.diagnosis.map { "\($0)" }
    mistakes = exchange.diagnosis?.mistakes.map(\.rawValue)
    parameters = exchange.parameterNames
    values = exchange.values
  }
}
