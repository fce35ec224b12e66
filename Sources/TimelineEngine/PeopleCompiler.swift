import BBBAPI
import Determinism
import Scenarios

/// A person with every choice made.
struct PlannedPerson: Sendable {
  var attendee: Attendee
  var joins: SimulatedInstant
  /// Nil for somebody who stays until the meeting ends.
  var leaves: SimulatedInstant?
}

/// Works out who comes to a meeting, when, and with what.
struct PeopleCompiler: Sendable {
  let root: StreamKey

  /// Everybody who will come, in the order of the plan; each drawn from a stream of their own.
  func people(of meeting: PlannedMeeting) -> [PlannedPerson] {
    meeting.people.enumerated().flatMap { index, plan in
      (0..<plan.count).map { ordinal in
        person(plan, in: meeting, stream: meeting.stream.child("people").child(index).child(ordinal))
      }
    }
  }

  private func person(_ plan: PeoplePlan, in meeting: PlannedMeeting, stream: StreamKey) -> PlannedPerson {
    var random = stream.stream
    let joins = plan.joins.offset(&random)
    let leaves = plan.leaves.map { $0.offset(lasts: meeting.lasts, joined: joins, &random) }
    return PlannedPerson(
      attendee: Attendee(plan: plan, &random), joins: meeting.opens.advanced(by: joins),
      leaves: leaves.map { meeting.opens.advanced(by: max($0, joins)) })
  }
}

extension Attendee {
  fileprivate init(plan: PeoplePlan, _ random: inout RandomStream) {
    let crowd = plan.crowd
    let hearing = random.nextUniform()
    let hasCamera = random.nextBool(chance: crowd.camera)
    let client = crowd.clients[random.choose(weights: crowd.clients.map(\.weight))].value
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
  fileprivate func offset(_ random: inout RandomStream) -> Duration {
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
