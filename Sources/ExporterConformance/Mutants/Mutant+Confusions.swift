import BBBAPI
import ConformanceKit
import Scenarios

/// One of the four numbers that the API tells of a meeting.
struct MeetingCount: Sendable {
  /// The element of getMeetings.
  let element: String
  /// What follows `bbb_meetings_` and `bbb_room_` in the families of it.
  let family: String

  /// Where it stands in the answer of getMeetings.
  var path: ElementPath { ElementPath(stringLiteral: "meetings/meeting/" + element) }
}

extension Mutant {
  /// The four counts.
  static let counts = [
    MeetingCount(element: "participantCount", family: "participants"),
    MeetingCount(element: "listenerCount", family: "listeners"),
    MeetingCount(element: "voiceParticipantCount", family: "voice_participants"),
    MeetingCount(element: "videoCount", family: "video_participants"),
  ]

  /// Families whose values stand under each other's name.
  static let confusions = confusedFamilies + confusedRooms + confusedClients + confusedLatencies

  /// Every two families of the contract that have one number and mean different ones.
  private static let confusedFamilies = pairs(
    Contract.families.filter { $0.labels.isEmpty && $0.name != "bbb_recordings_unprocessed" }.map(\.name)
  ).map { one, other in exchange(one, other, claimedBy: ["meetings/every-number-differs"]) }

  private static let confusedRooms = pairs(counts.map { "bbb_room_\($0.family)" }).flatMap { one, other in
    [
      exchange(one + "_gsum", other + "_gsum", claimedBy: ["rooms/count-and-sum"]),
      Mutant(
        .derived("metrics", one, "wholly", "for", other), "\(one) and \(other) have each other's rooms.",
        from: "two lines of a table exchanged",
        claimedBy: ["rooms/default-buckets", "rooms/count-and-sum", "formats/open-metrics"],
        .page { page in
          for ending in ["_", " "] { page.exchange(one + ending, other + ending) }
        }),
    ]
  }

  private static let confusedClients = [
    Mutant(
      "metrics/telephones-for-browsers", "Who is on a telephone is in a browser, and the other way round.",
      from: "two lines of a table exchanged", claimedBy: ["clients/telephones"],
      .page { $0.exchange("\"html5\"", "\"dial-in\"") })
  ]

  private static let calls = ["\"\""] + CallHistory.states.map { "\"state=\($0.rawValue)\"" }

  /// Every two series of latencies.
  private static let confusedLatencies = pairs(Array(calls.dropFirst())).map { one, other in
    Mutant(
      .derived("metrics", "latency", one.plainLetters, "for", other.plainLetters),
      "The latencies of \(one) and \(other) are in each other's series.",
      from: "contract §2 bbb_api_latency: parameters", claimedBy: ["latency/each-in-its-series"],
      .page { page in
        let others = page.lines.filter { !$0.hasPrefix("bbb_api_latency") }
        page.lines.removeAll { !$0.hasPrefix("bbb_api_latency") }
        page.exchange("=" + one, "=" + other)
        page.lines =
          others.dropLast(others.last == "# EOF" ? 1 : 0) + page.lines
          + (others.last == "# EOF" ? ["# EOF"] : [])
      })
  }

  private static func exchange(_ one: String, _ other: String, claimedBy claims: [Slug]) -> Mutant {
    Mutant(
      .derived("metrics", one, "for", other), "\(one) and \(other) have each other's value.",
      from: "two lines of a table exchanged", claimedBy: claims,
      .page { $0.exchange((one, ""), (other, "")) })
  }

  /// Each two of them.
  static func pairs<Element>(_ all: [Element]) -> [(Element, Element)] {
    all.indices.flatMap { first in all[(first + 1)...].map { (all[first], $0) } }
  }
}

extension String {
  /// The text without what no slug may have.
  fileprivate var plainLetters: String { filter { $0.isLetter } }
}

extension Slug {
  /// The slug of a mutant that is one of a series: the words in small letters, joined by hyphens.
  static func derived(_ group: String, _ words: String...) -> Slug {
    let name = words.map { $0.replacing("_", with: "-").replacing("bbb-", with: "").lowercased() }
    return Slug(stringLiteral: "\(group)/\(name.joined(separator: "-"))")
  }
}
