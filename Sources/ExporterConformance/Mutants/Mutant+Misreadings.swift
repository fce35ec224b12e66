import BBBAPI
import ConformanceKit
import Scenarios

extension Mutant {
  /// What exporters misread in the answers of the API.
  static let misreadings: [Mutant] =
    wrongMeetings + wrongPeople + wrongRecordings + exchangedElements + otherElements
    + exchangedStates

  private static let wrongMeetings = [
    Mutant(
      "api/meeting-hidden", "The first meeting of the list is lost.",
      from: "off by one in a walk over the list",
      claimedBy: ["meetings/two-rooms-counted", "meetings/two-hundred-meetings", "counters/meetings-seen"],
      .misread(.getMeetings, [], .remove("meetings/meeting[1]"))),
    Mutant(
      "api/meeting-twice", "The first meeting of the list is read twice.", from: "contract §2 bbb_meetings",
      claimedBy: ["meetings/two-rooms-all-day", "meetings/made-over-the-api", "rooms/count-and-sum"],
      .misread(.getMeetings, [], .double("meetings/meeting[1]"))),
    Mutant(
      "api/breakouts-are-meetings", "Breakout rooms are taken for meetings.",
      from: "contract §2 bbb_unique_breakout_rooms_total",
      claimedBy: ["meetings/breakouts-counted-apart", "counters/breakouts-seen"],
      .misread(.getMeetings, [], .text("meetings/meeting/isBreakout", "false"))),
    Mutant(
      "api/internal-id-confused", "Meetings are told apart by something that several have in common.",
      from: "contract §2 bbb_unique_meetings_total: by internalMeetingID",
      claimedBy: ["counters/meetings-seen"],
      .misread(.getMeetings, [], .text("meetings/meeting/internalMeetingID", "one"))),
    Mutant(
      "api/external-id-for-internal", "Meetings are told apart by their external ID.",
      from: "contract §4 same external ID",
      claimedBy: ["counters/same-external-id-again"],
      .misread(.getMeetings, [], .text("meetings/meeting/internalMeetingID", "weekly"))),
    Mutant(
      "api/empty-list-fails", "A server without meetings is taken for one that fails.",
      from: "noMeetings comes with an empty list and a message key",
      claimedBy: ["meetings/empty-server", "clients/always-present"],
      .misread(.getMeetings, [], .text("returncode", "FAILED"))),
  ]

  private static let wrongPeople = [
    Mutant(
      "api/participants-one-more", "A meeting has one participant more than it has.",
      from: "exporters that count the moderator apart",
      claimedBy: ["meetings/two-rooms-counted", "rooms/custom-participants-buckets", "origins/lower-cased"],
      .misread(.getMeetings, [], .text("meetings/meeting[1]/participantCount", "7"))),
    Mutant(
      "api/attendees-for-participants", "Who has left is not among the attendees any more.",
      from: "contract §2 bbb_meetings_participant_clients: attendees, not participants",
      claimedBy: ["meetings/people-who-left"],
      .misread(.getMeetings, [], .remove("meetings/meeting/attendees/attendee[2]"))),
    Mutant(
      "api/telephones-in-browsers", "People on telephones count as people in browsers.",
      from: "contract §2 bbb_meetings_participant_clients", claimedBy: ["clients/telephones"],
      .misread(.getMeetings, [], .replace("DIAL-IN", by: "HTML5"))),
    Mutant(
      "api/unknown-client-dropped", "A client type that is not on a list is not counted.",
      from: "contract §2 bbb_meetings_participant_clients: others when seen",
      claimedBy: ["clients/other-types"],
      .misread(.getMeetings, [], .replace("<clientType>Mobile-App</clientType>", by: ""))),
    Mutant(
      "api/origin-not-read", "A meeting's metadata is not read.",
      from: "contract §2 bbb_meetings_participants_origin",
      claimedBy: ["origins/summed", "origins/lower-cased", "origins/meeting-without-participants"],
      .misread(.getMeetings, [], .remove("meetings/meeting/metadata"))),
    Mutant(
      "api/grouped-count-cut", "A grouped number ends at its comma.", from: "contract §4: `1,234` becomes 1",
      claimedBy: ["meetings/grouped-cameras"],
      .misread(.getMeetings, [], .text("meetings/meeting/videoCount", "1"))),
    Mutant(
      "api/thousand-wraps", "A number above 999 loses its thousands.",
      from: "contract §4 `1,234` participants",
      claimedBy: ["meetings/thousand-participants"],
      .misread(.getMeetings, [], .text("meetings/meeting/participantCount", "202"))),
  ]

  private static let wrongRecordings = [
    Mutant(
      "api/recording-hidden", "A recording is lost.", from: "off by one in a walk over the list",
      claimedBy: ["recordings/older-server"],
      .misread(.getRecordings, [], .remove("recordings/recording[1]"))),
    Mutant(
      "api/total-elements-off", "totalElements is taken for the index of the last recording.",
      from: "contract §4 recordings by limit",
      claimedBy: ["recordings/by-state", "recordings/asks-with-limit"],
      .misread(
        .getRecordings, [], .text("totalElements", "4"), .text("recordings/totalElements", "4"),
        .remove("recordings/recording[1]"))),
  ]

  /// Each pair of counts, one read in the other's place.
  private static let exchangedElements = pairs(counts).map { one, other in
    Mutant(
      .derived("api", one.family, "for", other.family),
      "\(one.element) is read where \(other.element) stands, and the other way round.",
      from: "contract §2: four counts of a meeting that look alike",
      claimedBy: ["meetings/two-rooms-counted"],
      .misread(
        .getMeetings, [], .replace(one.element, by: "EXCHANGED"), .replace(other.element, by: one.element),
        .replace("EXCHANGED", by: other.element)))
  }
}

extension Mutant {
  /// Elements of a meeting that look like a count and are another one.
  static let otherElements = counts.flatMap { count in
    ["moderatorCount", "maxUsers"].map { other in
      Mutant(
        .derived("api", other, "for", count.element), "\(other) is read where \(count.element) stands.",
        from: "bbb-api: numbers of a meeting that look alike", claimedBy: ["meetings/two-rooms-counted"],
        .misread(
          .getMeetings, [], .replace(count.element, by: "EXCHANGED"), .replace(other, by: count.element),
          .replace("EXCHANGED", by: other)))
    } + [
      Mutant(
        .derived("api", count.element, "not-read"), "\(count.element) is not read, and counts as 0.",
        from: "exporter issue #142: listeners on 3.0", claimedBy: ["meetings/two-rooms-counted"],
        .misread(.getMeetings, [], .text(count.path, "0")))
    ]
  }

  /// Each two states, one asked for in the other's place.
  static let exchangedStates = pairs(CallHistory.states.map(\.rawValue)).map { one, other in
    Mutant(
      .derived("api", "state", one, "for", other), "\(one) and \(other) are asked for in each other's place.",
      from: "two lines of a table exchanged", claimedBy: ["recordings/by-state"],
      .asks(.exchanging("state=" + one, "state=" + other)))
  }
}
