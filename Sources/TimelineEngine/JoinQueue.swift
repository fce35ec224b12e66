import BBBAPI
import Determinism
import Scenarios

/// The people of one meeting who are still to come, earliest first.
///
/// It holds moments only: each person is worked out when they come, so that a lecture for a million starts at once.
struct JoinQueue: Sendable {
  /// The people of one entry of the plan.
  private struct Group: Sendable {
    var plan: PeoplePlan
    var clients: [Double]
    /// Where the random choices about each come from.
    var stream: StreamKey
    /// The number of the first of them within the meeting.
    var first: Int
  }

  /// One person: when, out of which group, which of it.
  private struct Coming: Sendable, Comparable {
    var milliseconds: Int64
    var group: Int32
    var ordinal: Int32

    static func < (lhs: Coming, rhs: Coming) -> Bool {
      (lhs.milliseconds, lhs.group, lhs.ordinal) < (rhs.milliseconds, rhs.group, rhs.ordinal)
    }
  }

  let key: MeetingKey
  let internalMeetingID: String
  private let opens: SimulatedInstant
  private let lasts: Duration
  private let groups: [Group]
  /// Sorted; those before ``position`` have come.
  private var coming: [Coming] = []
  private var position = 0

  init(of meeting: PlannedMeeting) {
    key = meeting.key
    internalMeetingID = meeting.seed.details.internalMeetingID
    opens = meeting.opens
    lasts = meeting.lasts
    var first = 0
    groups = meeting.people.enumerated().map { index, plan in
      defer { first += plan.count }
      let stream = meeting.stream.child("people").child(index)
      return Group(plan: plan, clients: plan.crowd.clients.map(\.weight), stream: stream, first: first)
    }
    coming.reserveCapacity(first)
    for (index, group) in groups.enumerated() {
      for ordinal in 0..<group.plan.count {
        var random = group.stream.child(ordinal).stream
        let joins = group.plan.joins.offset(&random).milliseconds
        coming.append(Coming(milliseconds: joins, group: Int32(index), ordinal: Int32(ordinal)))
      }
    }
    coming.sort()
  }

  /// The number of people still to come.
  var count: Int { coming.count - position }

  /// When the next person comes, and which of the meeting's people that is, from 0; nil when all have come.
  var next: (instant: SimulatedInstant, number: Int)? {
    guard position < coming.count else { return nil }
    let next = coming[position]
    return (
      opens.advanced(by: .milliseconds(next.milliseconds)), groups[Int(next.group)].first + Int(next.ordinal)
    )
  }

  /// Works out the next person.
  mutating func popNext() -> PlannedPerson {
    let next = coming[position]
    position += 1
    return person(Int(next.ordinal), ofGroup: Int(next.group))
  }

  /// Works out one person of an entry of the plan.
  func person(_ ordinal: Int, ofGroup index: Int) -> PlannedPerson {
    let group = groups[index]
    return PlannedPerson(
      group.plan, clients: group.clients, opens: opens, lasts: lasts, group.stream.child(ordinal))
  }
}
