import BBBAPI
import Determinism
import Scenarios
import Testing

@testable import TimelineEngine

/// Look-ups by index against the walks that they stand in for.
@Suite struct LookupTests {
  @Test(arguments: UInt64(200)..<230) func `every look-up finds what a walk finds`(seed: UInt64) throws {
    try Law { day in
      var random = StreamKey(seed: day.seed).child("looks").stream
      for _ in 0..<4 {
        let moment = Duration.milliseconds(random.nextInteger(below: Int(RandomDay.length.milliseconds)))
        if let fault = Self.fault(of: day.timeline(to: moment).world, &random) { return fault }
      }
      return nil
    }.check(seed: seed)
  }

  private static func fault(of world: World, _ random: inout RandomStream) -> String? {
    let meetings = Array(world.meetings)
    for meeting in meetings {
      let id = meeting.details.internalMeetingID
      for length in [1, 2, 3, 4, 5, 1 + random.nextInteger(below: id.count), id.count] {
        let prefix = String(id.prefix(length))
        let walked = meetings.first { $0.details.internalMeetingID.hasPrefix(prefix) }
        if world.meeting(withInternalPrefix: prefix) != walked {
          return "another meeting begins with \(prefix)"
        }
      }
      if world.meeting(withInternalPrefix: id + "-") != nil { return "\(id) begins with more than itself" }
      if !world.isVoiceBridgeTaken(meeting.details.voiceBridge) { return "a voice bridge is free and in use" }
      if !world.isInternalIDTaken(id) { return "\(id) is free and in use" }
    }
    if world.isVoiceBridgeTaken("1") || world.isInternalIDTaken("1") { return "what nobody has is taken" }
    let unknown = world.recordings.first { !world.isInternalIDTaken($0.recordID) }
    if let unknown { return "the recording \(unknown.recordID) is not known" }
    return world.participantCount == meetings.reduce(0) { $0 + $1.participantCount }
      ? nil : "the sum of people is another"
  }

  @Test(arguments: UInt64(230)..<240) func `going in slices comes to the same world`(seed: UInt64) throws {
    try Law { day in
      var (whole, sliced) = (Timeline(scenario: day.scenario), Timeline(scenario: day.scenario))
      let end = RandomDay.starts.advanced(by: RandomDay.length)
      whole.advance(to: end)
      var slices = 0
      while !sliced.advance(to: end, atMost: 7) { slices += 1 }
      if whole.world.revision > 20, slices == 0 { return "everything happened in one slice" }
      return whole.world == sliced.world ? nil : "the worlds differ"
    }.check(seed: seed)
  }

  @Test(.timeLimit(.minutes(5))) func `a century in which nothing happens is over at once`() {
    var timeline = Day.empty.timeline(to: .zero)
    timeline.advance(to: Day.empty.instant(.seconds(36_500 * 86_400)))
    #expect(timeline.world.revision == 0 && timeline.nextInstant == nil)
  }
}
