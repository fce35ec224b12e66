import BBBAPI
import Determinism
import Scenarios
import TimelineEngine

/// One simulated server as a value: its timeline, how it presents itself, and what it remembers of requests.
struct Simulation: Sendable {
  var profile: Profile
  /// Which checksums are taken while nobody has set others.
  let firstAlgorithms: [ChecksumAlgorithm]
  let secret: SharedSecret
  var timeline: Timeline
  var faults: FaultDesk
  var log = RequestLog()
  var audience = Audience()
  var provenQueries = ProvenQueries()
  /// What a server may be told in its life: more than a test suite says, less than what fills a machine.
  var mostCommands = 1_000_000
  /// The worlds of earlier moments, for stale answers.
  var past = Hindsight()
  /// When its part of the day began.
  var beginning: SimulatedInstant
  /// How often another timeline took the place of the first.
  var restarts = 0
  /// How many revisions lie in timelines that others took the place of.
  var revisionsBefore: UInt64 = 0

  init(scenario: Scenario, seed: UInt64?, profile: Profile, secret: SharedSecret) {
    self.profile = profile
    firstAlgorithms = profile.allowedAlgorithms
    self.secret = secret
    timeline = Timeline(scenario: scenario, seed: seed)
    beginning = scenario.starts
    faults = FaultDesk(rules: scenario.faults, starts: scenario.starts, seed: timeline.seed)
  }

  var world: World { timeline.world }

  /// Where the random values of the next command come from: the same journal gives the same values.
  var commandStream: StreamKey {
    StreamKey(seed: timeline.seed).child("commands").child(timeline.journal.count)
  }
}

extension Simulation {
  /// Lets time pass, meets faults, answers, and remembers.
  mutating func handle(_ request: APIRequest, at instant: SimulatedInstant) -> (FaultDecision, Answer) {
    timeline.advance(to: instant)
    let route = Route(request, profile: profile)
    let decision = faults.decide(on: route.call, request, at: world.instant)
    let answer = decision.replacement ?? answer(route, request, age: decision.age)
    log.append(route: route, request: request, answer: answer, decision: decision, at: world.instant)
    return (decision, answer)
  }

  private mutating func answer(_ route: Route, _ request: APIRequest, age: Duration?) -> Answer {
    guard let age, case .call(let call) = route, call.onlyReads else { return answer(route, request) }
    // What an earlier server answers changes nothing here.
    var earlier = self
    earlier.timeline = past.timeline(of: timeline, age: age)
    return earlier.answer(route, request)
  }

  private mutating func answer(_ route: Route, _ request: APIRequest) -> Answer {
    switch route {
    case .notFound: return .page(status: 404)
    case .methodNotAllowed(let call): return .methodNotAllowed(profile.methods(of: call))
    case .call(let call) where !call.onlyReads && isJournalFull: return .failed(.journalFull)
    case .call(let call): return answer(call, request).worded(by: profile, for: call)
    }
  }

  /// Whether this server has been told as much as it remembers; a command is about a kilobyte.
  private var isJournalFull: Bool { timeline.journal.count >= mostCommands }

  private mutating func answer(_ call: APICall, _ request: APIRequest) -> Answer {
    if call.isRecordingCall { return answerRecordingCall(call, request) }
    if call.isWebhooksCall { return answerHooksCall(call, request) }
    if let refused = refusal(of: call, request) {
      return call == .join ? redirectAway(refused, request.parameters, request) : .failed(refused)
    }
    // Worked out by those who ask for them: a poller of getMeetings has none.
    var parameters: QueryParameters { request.parameters }
    switch call {
    case .index: return .index
    case .create: return create(parameters, request)
    case .join: return join(parameters, request)
    case .isMeetingRunning: return isMeetingRunning(parameters)
    case .end: return end(parameters)
    case .getMeetings: return getMeetings()
    case .getSessions: return getSessions()
    case .insertDocument: return insertDocument(parameters, request)
    case .sendChatMessage: return sendChatMessage(parameters)
    case .getJoinUrl: return getJoinUrl(parameters, request)
    case .enter: return enter(parameters, request)
    case .guestWait: return guestWait(parameters, request)
    case .stuns: return stuns(parameters, request)
    case .signOut: return signOut(parameters)
    case .learningDashboard: return learningDashboard(parameters, request)
    case .feedback: return feedback()
    case .getMeetingInfo: return getMeetingInfo(parameters)
    default: return .page(status: 404)
    }
  }
}
