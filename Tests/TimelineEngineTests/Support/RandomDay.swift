import BBBAPI
import Determinism
import Scenarios
import TimelineEngine

/// A scenario of chance with commands of chance: the same for the same seed.
struct RandomDay: Sendable {
  /// What was drawn; a failing law prints it.
  let seed: UInt64
  var scenario: Scenario
  /// What callers do, in the order of time.
  var calls: [Call]

  static let starts = SimulatedInstant(millisecondsSinceEpoch: 1_772_438_400_000)
  /// No fixed meeting and no call lies behind this.
  static let length = Duration.seconds(3 * 3600)

  /// A call at a moment of the day.
  struct Call: Sendable, Equatable {
    var at: Duration
    var deed: Deed
  }

  /// What a caller may do; meetings are named by where they come from.
  enum Deed: Sendable, Equatable {
    case create(Int, duration: Int, records: Bool)
    case createRoom(Int, ofPlan: Int)
    case joinPlan(Int, moderator: Bool)
    case joinCreated(Int, moderator: Bool)
    case endPlan(Int)
    case endCreated(Int)
  }

  init(seed: UInt64) {
    self.seed = seed
    var random = StreamKey(seed: seed).child("random day").stream
    scenario = Scenario(name: "random-\(seed)", seed: random.nextBits(), starts: Self.starts)
    scenario.meetings = (0..<random.nextInteger(below: 5)).map { MeetingPlan(index: $0, &random) }
    scenario.arrivals = (0..<random.nextInteger(below: 2)).map { _ in ArrivalPlan(by: &random) }
    scenario.recordings = (0..<random.nextInteger(below: 3)).map { _ in RecordingStock(by: &random) }
    scenario.timeline = (0..<random.nextInteger(below: 6)).compactMap { [scenario] _ in
      TimelineEntry(in: scenario, &random)
    }
    calls = (0..<random.nextInteger(below: 12)).map { [scenario] number in
      Call(number, meetings: scenario.meetings.count, &random)
    }
    calls.sort { $0.at < $1.at }
  }
}

extension RandomDay {
  /// Plays the day: `stops` are the moments at which the clock is read, whatever they are.
  func timeline(to end: Duration, stops: [Duration] = []) -> Timeline {
    var timeline = Timeline(scenario: scenario)
    var moments = stops.filter { $0 <= end }.sorted()[...]
    for call in calls where call.at <= end {
      while let stop = moments.first, stop <= call.at {
        timeline.advance(to: Self.starts.advanced(by: stop))
        moments = moments.dropFirst()
      }
      timeline.advance(to: Self.starts.advanced(by: call.at))
      timeline.perform(command(call.deed, at: timeline.world.instant))
    }
    for stop in moments { timeline.advance(to: Self.starts.advanced(by: stop)) }
    timeline.advance(to: Self.starts.advanced(by: end))
    return timeline
  }

  private func command(_ deed: Deed, at instant: SimulatedInstant) -> Command {
    switch deed {
    case .create(let number, let duration, let records):
      var details = details("made-\(number)", at: instant)
      details.durationInMinutes = duration
      return .create(details, records: records)
    case .createRoom(let number, let plan):
      var details = details("room-\(number)", at: instant)
      details.breakout = .init(parentMeetingID: planID(plan), sequence: 9, freeJoin: true)
      return .create(details, records: false)
    case .joinPlan(let plan, let isModerator):
      return .join(internalMeetingID: planID(plan), .caller(isModerator: isModerator))
    case .joinCreated(let number, let isModerator):
      return .join(internalMeetingID: createdID(number), .caller(isModerator: isModerator))
    case .endPlan(let plan): return .end(internalMeetingID: planID(plan))
    case .endCreated(let number): return .end(internalMeetingID: createdID(number))
    }
  }

  private func details(_ meetingID: String, at instant: SimulatedInstant) -> MeetingDetails {
    MeetingDetails(
      name: meetingID, meetingID: meetingID, internalMeetingID: "\(meetingID)-internal",
      createTime: instant.millisecondsSinceEpoch, voiceBridge: "70000", attendeePW: "ap", moderatorPW: "mp")
  }

  private func createdID(_ number: Int) -> String { "made-\(number)-internal" }

  private func planID(_ plan: Int) -> String {
    guard scenario.meetings.indices.contains(plan) else { return "nobody" }
    let opens = scenario.starts.advanced(by: scenario.meetings[plan].at)
    return MeetingIdentifiers.internalMeetingID(
      meetingID: scenario.meetings[plan].id, createTime: opens.millisecondsSinceEpoch)
  }
}

extension Attendee {
  static func caller(isModerator: Bool) -> Attendee {
    Attendee(userID: "caller", fullName: "Caller", role: isModerator ? .moderator : .viewer)
  }
}
