import ConformanceKit

/// One of the four numbers that the API tells of a meeting.
struct MeetingCount: Sendable {
  /// The element of getMeetings.
  let element: String
  /// What follows `bbb_meetings_` and `bbb_room_` in the families of it.
  let family: String
}

extension Mutant {
  /// The four counts.
  static let counts = [
    MeetingCount(element: "participantCount", family: "participants"),
    MeetingCount(element: "listenerCount", family: "listeners"),
    MeetingCount(element: "voiceParticipantCount", family: "voice_participants"),
    MeetingCount(element: "videoCount", family: "video_participants"),
  ]

  private static let states = ["processing", "published", "unpublished", "deleted"]

  /// Families whose values stand under each other's name.
  static let confusions = confusedTotals + confusedRooms + confusedStates

  private static let confusedTotals = pairs(counts.map(\.family)).map { one, other in
    exchange("bbb_meetings_\(one)", "bbb_meetings_\(other)", claimedBy: "meetings/two-rooms-counted")
  }

  private static let confusedRooms = pairs(counts.map(\.family)).map { one, other in
    exchange("bbb_room_\(one)_gsum", "bbb_room_\(other)_gsum", claimedBy: "rooms/count-and-sum")
  }

  private static let confusedStates = pairs(states).map { one, other in
    exchange("bbb_recordings_\(one)", "bbb_recordings_\(other)", claimedBy: "recordings/by-state")
  }

  private static func exchange(_ one: String, _ other: String, claimedBy slug: Slug) -> Mutant {
    Mutant(
      .derived("metrics", one, "for", other), "\(one) and \(other) have each other's value.",
      from: "two lines of a table exchanged", claimedBy: [slug],
      .page { $0.exchange((one, ""), (other, "")) })
  }

  /// Each two of them.
  static func pairs<Element>(_ all: [Element]) -> [(Element, Element)] {
    all.indices.flatMap { first in all[(first + 1)...].map { (all[first], $0) } }
  }
}

extension Slug {
  /// The slug of a mutant that is one of a series: the words in small letters, joined by hyphens.
  static func derived(_ group: String, _ words: String...) -> Slug {
    let name = words.map { $0.replacing("_", with: "-").replacing("bbb-", with: "").lowercased() }
    return Slug(stringLiteral: "\(group)/\(name.joined(separator: "-"))")
  }
}
