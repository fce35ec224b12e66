import BBBAPI
import Determinism

/// What a scenario says about one stay: an entry of `people`, and entries of `timeline`.
struct PersonScript {
  let stay: Stay
  let meeting: MeetingSpan
  /// When the person comes and goes for good, after the recording began; nil for somebody who stays to the end.
  private(set) var joins: Duration
  private(set) var leaves: Duration?
  /// How the person is on coming.
  private(set) var initial: Presence.State
  /// What happens to them in between, in the order of time.
  private(set) var events: [(at: Duration, change: Change)] = []

  /// What can happen to a person.
  enum Change: Equatable {
    case leave
    case join
    case microphone(Bool)
    case listen(Bool)
    case camera(Int)
  }

  /// Nil for somebody who had left before the recording began.
  init?(_ stay: Stay, _ states: [Presence.State?], _ meeting: MeetingSpan) {
    (self.stay, self.meeting) = (stay, meeting)
    guard let coming = states.firstIndex(where: { $0 != nil }), let initial = states[coming] else {
      // Came and went between two polls: the list remembers.
      guard let visit = meeting.visit(before: stay.first, vanishing: stay.last + 1) else { return nil }
      (joins, leaves) = visit
      self.initial = Presence.State(audio: .none, cameraStreams: 0)
      return
    }
    self.initial = initial
    joins = meeting.offset(stay.first + coming)
    correctTelephone()
    follow(states, from: coming)
  }

  /// A telephone comes with its microphone open: one that was seen without comes a moment earlier and is muted.
  private mutating func correctTelephone() {
    guard isTelephone, initial.audio != .microphone else { return }
    let earlier = joins - .milliseconds(1)
    guard earlier > meeting.opens else { return }
    let before = initial.audio
    initial.audio = .microphone
    events = Self.changes(from: initial, to: Presence.State(audio: before, cameraStreams: 0)).map {
      (joins, $0)
    }
    joins = earlier
  }

  /// Whether the simulator treats them as a telephone.
  var isTelephone: Bool { stay.clientType.uppercased() == ClientType.dialIn.rawValue }

  private mutating func follow(_ states: [Presence.State?], from coming: Int) {
    var before = states[coming]
    for index in states.indices where index > coming {
      let (at, now) = (meeting.offset(stay.first + index), states[index])
      switch (before, now) {
      case (nil, nil): break
      case (.some, nil):
        guard states[index...].contains(where: { $0 != nil }) else {
          return depart(goneAt: stay.first + index)
        }
        events.append((at, .leave))
      case (nil, let state?):
        events.append((at, .join))
        events += Self.changes(from: initial, to: state).map { (at, $0) }
      case (let old?, let state?):
        events += Self.changes(from: old, to: state).map { (at, $0) }
      }
      before = now
    }
    if stay.last < meeting.last { depart(goneAt: stay.last + 1) }
  }

  private mutating func depart(goneAt poll: Int) {
    leaves = max(
      meeting.departure(goneAt: poll, listedUntil: stay.last), joins + .milliseconds(1),
      (events.last?.at ?? .zero) + .milliseconds(1))
  }

  private static func changes(from old: Presence.State, to new: Presence.State) -> [Change] {
    var changes: [Change] = []
    switch (old.audio, new.audio) {
    case (let before, let now) where before == now: break
    case (_, .microphone): changes.append(.microphone(true))
    case (_, .listening): changes.append(.listen(true))
    case (.microphone, .none): changes.append(.microphone(false))
    default: changes.append(.listen(false))
    }
    if old.cameraStreams != new.cameraStreams { changes.append(.camera(new.cameraStreams)) }
    return changes
  }
}
