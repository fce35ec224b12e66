import BBBAPI
import Determinism
import Scenarios

/// A person with every choice made.
struct PlannedPerson: Sendable {
  var attendee: Attendee
  var joins: SimulatedInstant
  /// Nil for somebody who stays until the meeting ends.
  var leaves: SimulatedInstant?
  /// Nil for somebody who walks in.
  var lobby: Lobby?

  /// The wait of a guest.
  struct Lobby: Sendable {
    var session: UserSession
    var decided: SimulatedInstant
    var status: GuestStatus
  }
}

extension PlannedPerson {
  /// Makes every choice about one person of a plan, out of a stream of their own.
  ///
  /// `clients` are the weights of the crowd's clients; `opens` and `lasts` are the meeting's.
  init(
    _ plan: PeoplePlan, clients: [Double], opens: SimulatedInstant, lasts: Duration, _ stream: StreamKey
  ) {
    var random = stream.stream
    let joined = plan.joins.offset(&random)
    let leaves = plan.leaves.map { $0.offset(lasts: lasts, joined: joined, &random) }
    attendee = Attendee(plan: plan, clients: clients, &random)
    attendee.customData = plan.customData
    joins = opens.advanced(by: joined)
    self.leaves = leaves.map { opens.advanced(by: max($0, joined + (plan.waits?.time ?? .zero))) }
    lobby = plan.waits.map { Lobby($0, attendee, comes: joins, &random) }
    if lobby?.status == .deny { self.leaves = nil }
  }
}

extension PlannedPerson.Lobby {
  /// The session of somebody who waits, with tokens of the lengths that bbb-web gives them (facts §2.3).
  fileprivate init(
    _ wait: Wait, _ attendee: Attendee, comes: SimulatedInstant, _ random: inout RandomStream
  ) {
    var client = ClientSession(
      internalMeetingID: "", userID: "w_" + random.nextAlphanumerics(12),
      authToken: random.nextAlphanumerics(12), sessionToken: random.nextAlphanumerics(16), url: "")
    client.guestStatus = .wait
    session = UserSession(
      client: client, externUserID: attendee.userID, fullName: attendee.fullName, role: attendee.role,
      servletSession: random.nextAlphanumerics(32).uppercased())
    session.isGuest = true
    session.isAuthenticated = false
    decided = comes.advanced(by: wait.time)
    status = wait.isAdmitted ? .allow : .deny
  }
}

extension Attendee {
  fileprivate init(plan: PeoplePlan, clients: [Double], _ random: inout RandomStream) {
    let crowd = plan.crowd
    let hearing = random.nextUniform()
    let hasCamera = random.nextBool(chance: crowd.camera)
    let client = crowd.clients[random.choose(weights: clients)].value
    let internalID = random.nextAlphanumerics(12)
    let isDialIn = client == .dialIn
    self.init(
      userID: plan.userID ?? (isDialIn ? "v_" : "w_") + internalID,
      fullName: plan.name ?? PersonNames.name(&random), role: isDialIn ? .dialInUser : crowd.role,
      audio: crowd.audio(hearing), cameraStreams: hasCamera ? plan.cameraStreams : 0, clientType: client)
    if isDialIn {
      // A telephone is a microphone and has no camera (facts §4.7).
      audio = .microphone
      cameraStreams = 0
    }
  }
}

extension Crowd {
  /// What a number from 0 to 1 stands for: the listening first, then the speaking, then the silent.
  fileprivate func audio(_ hearing: Double) -> Audio {
    if hearing < listening { return .listening }
    return hearing < listening + microphone ? .microphone : .none
  }
}

extension Spread {
  /// The first choice about a person: when they come, after the meeting's start.
  func offset(_ random: inout RandomStream) -> Duration {
    switch self {
    case .at(let offset): offset
    case .within(let span): .milliseconds(random.nextInteger(below: max(1, Int(span.milliseconds))))
    }
  }
}

extension Departure {
  /// When somebody goes who joined at `joined` a meeting of this length; all from the meeting's start.
  fileprivate func offset(lasts: Duration, joined: Duration, _ random: inout RandomStream) -> Duration {
    switch self {
    case .at(let offset): offset
    case .beforeEnd(let span):
      lasts - .milliseconds(1 + random.nextInteger(below: max(1, Int(span.milliseconds))))
    case .after(let stay): joined + stay.sample(&random)
    }
  }
}

extension DurationDistribution {
  /// A duration of this shape in whole milliseconds, never below zero and never above what a text may say: the tail of
  /// a skewed shape has no end.
  func sample(_ random: inout RandomStream) -> Duration {
    let longest = Double(Duration.longestInText.milliseconds)
    return .milliseconds(Int64(min(max(0, seconds.sample(&random) * 1000), longest).rounded()))
  }
}
