import BBBAPI
import Determinism
import Scenarios
import Testing

@testable import TimelineEngine

@Suite struct GuestTests {
  private static var day: Day {
    func guest(_ name: String, waits: Double, isAdmitted: Bool = true, leaves: Double? = nil) -> PeoplePlan {
      var person = PeoplePlan.person(name, joins: .minutes(1), leaves: leaves.map { .minutes($0) })
      person.waits = Wait(time: .minutes(waits), isAdmitted: isAdmitted)
      return person
    }
    return Day(people: [
      .person("Ada", .moderator), guest("Ben", waits: 3),
      guest("Eve", waits: 5, isAdmitted: false, leaves: 2),
      guest("Cem", waits: 2, leaves: 2),
    ])
  }

  @Test(
    arguments: [
      (0.5, ["Ada"], []), (1, ["Ada"], ["Ben", "Eve", "Cem"]), (3, ["Ada"], ["Ben", "Eve"]),
      (4, ["Ada", "Ben"], ["Eve"]),
      (6, ["Ada", "Ben"], []), (30, ["Ada", "Ben"], []),
    ] as [(Double, [String], [String])])
  func `guests wait in the lobby until a moderator decides`(
    minute: Double, inside: [String], waiting: [String]
  ) throws {
    let world = Self.day.world(at: .minutes(minute))
    let meeting = try #require(world.meetings.first)
    #expect(meeting.names == inside)
    let guests = world.waitingGuests(internalMeetingID: meeting.details.internalMeetingID)
    #expect(guests.map(\.fullName) == waiting)
    #expect(
      guests.allSatisfy { $0.client.internalMeetingID == meeting.details.internalMeetingID && $0.isGuest })
  }

  @Test func `the timeline decides before the plan does, and about those alone who wait`() throws {
    var day = Self.day
    let decisions: [(Double, String, GuestStatus)] = [
      (0.5, "Ben", .deny), (2, "Ben", .allow), (2, "Eve", .deny), (2, "Ada", .deny),
    ]
    day.scenario.timeline = decisions.map { minute, who, status in
      TimelineEntry(at: .minutes(minute), action: .guestDecision(meeting: "m", who: who, status))
    }
    for (minute, inside, waiting) in [
      (1.0, ["Ada"], ["Ben", "Eve", "Cem"]), (2, ["Ada", "Ben"], ["Cem"]), (30, ["Ada", "Ben"], []),
    ] {
      let world = day.world(at: .minutes(minute))
      let meeting = try #require(world.meetings.first)
      let guests = world.waitingGuests(internalMeetingID: meeting.details.internalMeetingID)
      #expect(meeting.names == inside && guests.map(\.fullName) == waiting, "minute \(minute)")
    }
  }
}
