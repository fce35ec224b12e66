import BBBAPI
import Determinism
import Scenarios
import SimulatorCore
import TimelineEngine

/// What the live page shows of a server, small enough to be asked for every second; no password.
struct LiveView: ControlView {
  /// Nil for the root.
  let name: String?
  let scenario: String
  let about: String
  let profile: String
  let now: String
  let millisecondsSinceEpoch: Int64
  let rate: Double
  /// The rate with which a frozen clock goes on.
  let runningRate: Double
  let meetingCount: Int
  let participantCount: Int
  let voiceParticipantCount: Int
  let videoCount: Int
  let recordingCount: Int
  /// How many meetings match the search.
  let matchCount: Int
  let meetings: [LiveMeetingView]
  let requestCount: Int
  let requests: [ExchangeView]
  let faults: [LiveFaultView]

  static let schema = JSONSchema.object(
    [
      "scenario": .text, "about": .text, "profile": .text, "now": .instant,
      "millisecondsSinceEpoch": .integer,
      "rate": .number, "runningRate": .number, "meetingCount": .integer, "participantCount": .integer,
      "voiceParticipantCount": .integer, "videoCount": .integer, "recordingCount": .integer,
      "matchCount": .integer,
      "meetings": .list(of: LiveMeetingView.schema), "requestCount": .integer,
      "requests": .list(of: ExchangeView.schema), "faults": .list(of: LiveFaultView.schema),
    ], optional: ["name": .text])

  private static let latestRequests = 100

  init(_ server: SimulatedServer, name: ServerName?, _ wanted: Wanted) {
    let (world, clock, simulator) = (server.world, server.clock.reading, server.simulator)
    let scenario = simulator.timeline.scenario
    self.name = name?.text
    self.scenario = scenario.name
    about = scenario.about
    profile = simulator.profile.name
    now = clock.instant.iso8601
    millisecondsSinceEpoch = clock.instant.millisecondsSinceEpoch
    rate = clock.rate
    runningRate = clock.runningRate
    let all = world.meetings.map(LiveMeetingView.init)
    meetingCount = all.count
    participantCount = all.reduce(0) { $0 + $1.participantCount }
    voiceParticipantCount = all.reduce(0) { $0 + $1.voiceParticipantCount }
    videoCount = all.reduce(0) { $0 + $1.videoCount }
    recordingCount = world.recordings.count
    let matching = wanted.matching(all)
    matchCount = matching.count
    meetings = Array(matching.dropFirst(wanted.from).prefix(wanted.limit))
    requestCount = simulator.requestCount
    requests = simulator.latestExchanges(Self.latestRequests).map(ExchangeView.init)
    faults = simulator.faults.map(LiveFaultView.init)
  }
}

/// A meeting as a row of the live page.
struct LiveMeetingView: ControlView {
  let name: String
  let meetingID: String
  let createTime: Int64
  let recording: Bool
  let isBreakout: Bool
  let participantCount: Int
  let voiceParticipantCount: Int
  let videoCount: Int
  let moderatorCount: Int

  static let schema = JSONSchema.object([
    "name": .text, "meetingID": .text, "createTime": .integer, "recording": .flag, "isBreakout": .flag,
    "participantCount": .integer, "voiceParticipantCount": .integer, "videoCount": .integer,
    "moderatorCount": .integer,
  ])

  init(_ meeting: Meeting) {
    name = meeting.details.name
    meetingID = meeting.details.meetingID
    createTime = meeting.details.createTime
    recording = meeting.details.isRecorded
    isBreakout = meeting.details.breakout != nil
    participantCount = meeting.participantCount
    voiceParticipantCount = meeting.voiceParticipantCount
    videoCount = meeting.videoCount
    moderatorCount = meeting.moderatorCount
  }
}

extension LiveView {
  /// Which meetings a reader wants, and in which order; what makes no sense is as if it were not said.
  struct Wanted {
    let from: Int
    let limit: Int
    private let search: String
    private let order: Order

    private enum Order: String {
      case created, people, name
    }

    init(from: String?, limit: String?, search: String?, order: String?) {
      self.from = max(0, from.flatMap { Int($0) } ?? 0)
      self.limit = min(200, max(1, limit.flatMap { Int($0) } ?? 50))
      self.search = (search ?? "").lowercased()
      self.order = order.flatMap(Order.init) ?? .created
    }

    func matching(_ meetings: [LiveMeetingView]) -> [LiveMeetingView] {
      let found =
        search.isEmpty
        ? meetings
        : meetings.filter {
          $0.name.lowercased().contains(search) || $0.meetingID.lowercased().contains(search)
        }
      switch order {
      case .created: return found.reversed()
      case .people:
        return found.sorted { ($1.participantCount, $0.createTime) < ($0.participantCount, $1.createTime) }
      case .name: return found.sorted { ($0.name, $0.meetingID) < ($1.name, $1.meetingID) }
      }
    }
  }
}
