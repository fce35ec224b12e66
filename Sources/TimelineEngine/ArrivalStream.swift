import BBBAPI
import Determinism
import Scenarios

/// The meetings of one ``ArrivalPlan``, one after another without end.
struct ArrivalStream: Sendable {
  private let plan: ArrivalPlan
  private let index: Int
  private let stream: StreamKey
  private var ordinal = -1
  /// As many as a scenario may write for one meeting.
  private static let mostPeople = 10_000_000.0
  private var opens: SimulatedInstant

  init(plan: ArrivalPlan, index: Int, starts: SimulatedInstant, root: StreamKey) {
    self.plan = plan
    self.index = index
    stream = root.child("arrivals").child(index)
    opens = starts
  }

  /// Moves on to the next meeting and tells when it opens.
  mutating func advance() -> SimulatedInstant {
    ordinal += 1
    var random = stream.child(ordinal).child("gap").stream
    let gap = max(.milliseconds(1), plan.every.sample(&random))
    opens = plan.curve?.instant(after: opens, gap: gap) ?? opens.advanced(by: gap)
    return opens
  }

  /// The meeting that `advance` spoke of.
  func meeting(opening instant: SimulatedInstant) -> PlannedMeeting {
    let stream = stream.child(ordinal)
    var random = stream.child("meeting").stream
    let lasts = max(.seconds(1), plan.lasts.sample(&random))
    // The tail of a skewed shape has no end, a meeting has.
    let count = Int(min(max(1, plan.people.shape.sample(&random)), Self.mostPeople).rounded())
    var meeting = MeetingPlan(
      id: "arrival-\(index + 1)-\(ordinal + 1)", name: "Drop-in \(ordinal + 1)", at: .zero, lasts: lasts)
    meeting.record = random.nextBool(chance: plan.record)
    meeting.origin = plan.origin
    meeting.people = people(count, lasts: lasts)
    let key = MeetingKey(.arrival(plan: index, ordinal: ordinal))
    return PlannedMeeting(plan: meeting, key: key, opens: instant, stream: stream)
  }

  /// One moderator who opens the meeting, and the crowd, which comes in the first tenth and goes in the last.
  private func people(_ count: Int, lasts: Duration) -> [PeoplePlan] {
    var host = plan.crowd
    host.role = .moderator
    host.listening = 0
    host.microphone = 1
    host.clients = [Weighted(.html5, weight: 1)]
    let margin = min(lasts / 10, .seconds(600))
    return [
      PeoplePlan(crowd: host),
      PeoplePlan(count: count - 1, crowd: plan.crowd, joins: .within(margin), leaves: .beforeEnd(margin)),
    ]
  }
}
