import BBBAPI
import Determinism
import Scenarios
import Testing

@testable import TimelineEngine

/// What is true of every world, at any moment of any day.
@Suite struct WorldInvariantTests {
  /// The first thing that is wrong with a world.
  static func fault(of world: World) -> String? {
    let ids = world.meetings.map(\.details.internalMeetingID)
    if Set(ids).count != ids.count { return "two meetings have one internal ID" }
    if world.slotByKey.count != ids.count { return "\(world.slotByKey.count) keys for \(ids.count) meetings" }
    if world.slots.count - world.freeSlots.count != ids.count { return "a slot is neither free nor in use" }
    if !world.untidy.isEmpty { return "somebody who was purged is still in a list" }
    if world.voiceBridges.values.reduce(0, +) != ids.count { return "voice bridges and meetings differ" }
    let numbers = world.order.map { world.slots[$0].number }
    if numbers != numbers.sorted() { return "the meetings are out of order" }
    for position in world.order {
      if let fault = fault(of: world.slots[position], in: world) { return fault }
    }
    return nil
  }

  private static func fault(of slot: MeetingSlot, in world: World) -> String? {
    let meeting = slot.meeting
    let name = meeting.details.name
    if slot.stays.count != meeting.attendees.count { return "\(name): keys and attendees differ in number" }
    if slot.onlineCount != meeting.participantCount { return "\(name): \(slot.onlineCount) people online" }
    if slot.stays.contains(where: \.isPurged) { return "\(name): somebody purged is listed" }
    let presenters = meeting.attendees.filter(\.isPresenter)
    let hasModerator = meeting.attendees.contains { $0.isOnline && $0.role == .moderator }
    if presenters.count != (hasModerator ? 1 : 0) { return "\(name): \(presenters.count) presenters" }
    if !presenters.allSatisfy({ $0.isOnline && $0.role == .moderator }) {
      return "\(name): a wrong presenter"
    }
    if meeting.attendees.contains(where: { !$0.isOnline && ($0.audio != .none || $0.cameraStreams != 0) }) {
      return "\(name): somebody who left is heard or seen"
    }
    if meeting.participantCount > 0 && meeting.endTime != 0 {
      return "\(name): an end while people are there"
    }
    if !meeting.attendees.isEmpty && !meeting.hasUserJoined {
      return "\(name): nobody joined, yet somebody is there"
    }
    if slot.key.isServerMadeRoom, let parent = meeting.details.breakout?.parentMeetingID,
      world.slotByInternalID[parent] == nil
    {
      return "\(name): the parent is gone"
    }
    return nil
  }

  @Test(arguments: UInt64(100)..<160) func `every world is sound`(seed: UInt64) throws {
    try Law { day in
      var random = StreamKey(seed: day.seed).child("looks").stream
      for _ in 0..<6 {
        let moment = Duration.milliseconds(random.nextInteger(below: Int(RandomDay.length.milliseconds)))
        if let fault = Self.fault(of: day.timeline(to: moment).world) {
          return "\(fault) at \(moment.scenarioText)"
        }
      }
      return nil
    }.check(seed: seed)
  }

  @Test(arguments: UInt64(160)..<200) func `when all is over nothing is left but recordings`(seed: UInt64)
    throws
  {
    try Law { day in
      var day = day
      day.scenario.arrivals = []
      day.calls = []
      let timeline = day.timeline(to: .seconds(24 * 3600))
      let world = timeline.world
      if !world.meetings.isEmpty { return "\(world.meetings.count) meetings are left" }
      if timeline.nextInstant != nil { return "something is still to come" }
      let inWork = world.recordings.dropFirst(day.scenario.recordings.reduce(0) { $0 + $1.count })
        .filter { $0.state == .unprocessed || $0.state == .processing }
      return inWork.isEmpty ? nil : "\(inWork.count) recordings never came to rest"
    }.check(seed: seed)
  }

  @Test func `a law that fails is shown on the smallest day that breaks it`() throws {
    let law = Law { $0.scenario.meetings.contains { $0.breakouts != nil } ? "there are breakout rooms" : nil }
    let day = try #require(
      (0..<100).lazy.map { RandomDay(seed: $0) }.first { day in
        day.scenario.meetings.count > 2 && day.scenario.meetings[0].breakouts != nil && day.calls.count > 3
      })
    let smallest = try law.shrunken(day)
    #expect(smallest.scenario.meetings.count == 1)
    #expect(smallest.scenario.meetings[0].people.isEmpty)
    #expect(
      smallest.calls.isEmpty && smallest.scenario.timeline.isEmpty && smallest.scenario.arrivals.isEmpty)
  }
}
