import ConformanceKit

extension Mutant {
  /// Pages that say what is not so, or say it in a way that no scraper may rely on.
  static let wrongPages = wrongValues + wrongLabels + wrongRooms + wrongCounters + wrongFormats

  private static let wrongValues = [
    Mutant(
      "metrics/meetings-off-by-one", "bbb_meetings is one too many.", from: "contract §2 bbb_meetings",
      claimedBy: ["meetings/two-rooms-counted", "meetings/made-over-the-api", "meetings/empty-server"],
      .page { $0.add("bbb_meetings", by: 1) }),
    Mutant(
      "metrics/breakouts-left-out", "bbb_meetings leaves breakout rooms out.",
      from: "contract §2 bbb_meetings",
      claimedBy: ["meetings/breakouts-counted-apart", "meetings/lecture-day-all-day"],
      .page { page in page.add("bbb_meetings", by: -(page.value("bbb_unique_breakout_rooms_total") ?? 0)) }),
    Mutant(
      "metrics/max-is-sum", "bbb_meetings_participants_max is the sum.",
      from: "contract §2 bbb_meetings_participants_max",
      claimedBy: ["meetings/two-rooms-counted", "meetings/breakouts-counted-apart"],
      .page { page in
        page.set("bbb_meetings_participants_max", to: page.value("bbb_meetings_participants") ?? 0)
      }),
    Mutant(
      "metrics/max-without-meetings", "Without a meeting the largest is the smallest of all numbers.",
      from: "a maximum that begins with the smallest number", claimedBy: ["meetings/empty-server"],
      .page { page in
        if page.value("bbb_meetings") == 0 { page.set("bbb_meetings_participants_max", to: -9_223_372) }
      }),
    Mutant(
      "metrics/negative", "A difference that went below zero is shown.",
      from: "contract §4 deleted is negative",
      claimedBy: ["recordings/none"], .page { $0.set("bbb_recordings_deleted", to: -1) }),
    Mutant(
      "metrics/not-a-number", "A value is NaN.", from: "0 divided by 0 in an average",
      claimedBy: ["meetings/listeners-voices-cameras"],
      .page { $0.edit("bbb_meetings_listeners") { $0.value = "NaN" } }),
    Mutant(
      "metrics/rounded", "Large numbers are shown with three digits.",
      from: "%.3g as format of a value",
      claimedBy: ["meetings/thousand-participants"],
      .page { $0.edit("bbb_meetings_participants") { $0.number = ($0.number / 10).rounded() * 10 } }),
    Mutant(
      "metrics/unknown-element-counted", "An element of the right name counts at any depth.",
      from: "a search by the element's name alone", claimedBy: ["anomalies/unknown-elements"],
      .page { $0.add("bbb_meetings_participants", by: 198) }),
    Mutant(
      "metrics/up-stuck", "bbb_api_up stays 1.", from: "contract §4: api_up stays 1",
      claimedBy: downs + ["api/recovers"], .page { $0.set("bbb_api_up", to: 1) }),
    Mutant(
      "metrics/down-stuck", "bbb_api_up never comes back to 1.", from: "a flag that is only ever taken away",
      claimedBy: ["api/up", "api/recovers"], .page { $0.set("bbb_api_up", to: 0) }),
    Mutant(
      "metrics/waiting-is-processing", "A recording that waits shows as processing.",
      from: "contract §2 bbb_recordings_processing", claimedBy: ["recordings/through-the-pipeline"],
      .page { $0.add("bbb_recordings_processing", by: 1) }),
    Mutant(
      "metrics/unprocessed-is-everything", "Every recording ever counts as unprocessed.",
      from: "contract §4 server ≥ 2.3", claimedBy: ["recordings/from-disk"],
      .page { $0.set("bbb_recordings_unprocessed", to: 7) }),
    Mutant(
      "metrics/nothing-is-a-gap", "A family whose value is 0 is left out.",
      from: "contract §2: zeros, not gaps",
      claimedBy: ["recordings/none", "recordings/empty-disk", "meetings/empty-server"],
      .page { page in
        page.lines.removeAll { $0.hasPrefix("bbb_") && $0.hasSuffix(" 0") && !$0.hasPrefix("bbb_api") }
      }),
    Mutant(
      "metrics/page-cut-at-fifty", "Of many meetings only the first fifty are counted.",
      from: "an answer read by one page",
      claimedBy: ["meetings/two-hundred-meetings"], .page { $0.set("bbb_meetings", to: 50) }),
  ]

  static let downs: [Slug] = [
    "api/down-cut-off", "api/down-empty", "api/down-html", "api/down-reset", "api/down-status",
  ]

  private static let wrongLabels = [
    Mutant(
      "metrics/label-renamed", "The label `type` is called `client`.",
      from: "contract §2 bbb_meetings_participant_clients",
      claimedBy: ["clients/always-present", "clients/telephones"],
      .page { $0.edit("bbb_meetings_participant_clients") { $0.replaceInLabels("type=", by: "client=") } }),
    Mutant(
      "metrics/label-lost", "The origin's server is not told.",
      from: "contract §2 bbb_meetings_participants_origin",
      claimedBy: ["origins/summed"],
      .page { page in
        page.edit("bbb_meetings_participants_origin") {
          $0.replaceInLabels("server=\"lms.example.org\"", by: "server=\"\"")
        }
      }),
    Mutant(
      "metrics/labels-exchanged", "Server and name of an origin stand in each other's label.",
      from: "labels given by position in client libraries",
      claimedBy: ["origins/lower-cased", "origins/missing-metadata"],
      .page { page in
        page.edit("bbb_meetings_participants_origin") {
          $0.replaceInLabels("server=", by: "other=")
          $0.replaceInLabels("name=", by: "server=")
          $0.replaceInLabels("other=", by: "name=")
        }
      }),
    Mutant(
      "metrics/origin-as-written", "An origin keeps its capitals.", from: "contract §2: lower-cased",
      claimedBy: ["origins/lower-cased"],
      .page { $0.edit("bbb_meetings_participants_origin") { $0.replaceInLabels("moodle", by: "Moodle") } }),
    Mutant(
      "metrics/client-as-written", "A client type keeps its capitals.", from: "contract §2: lower-cased",
      claimedBy: ["clients/other-types"],
      .page { $0.edit("bbb_meetings_participant_clients") { $0.replaceInLabels("flash", by: "FLASH") } }),
    Mutant(
      "metrics/empty-origin-none", "Missing metadata is shown as the word None.", from: "str(None) in Python",
      claimedBy: ["origins/missing-metadata"],
      .page { $0.edit("bbb_meetings_participants_origin") { $0.replaceInLabels("\"\"", by: "\"None\"") } }),
    Mutant(
      "metrics/origin-of-nobody", "A meeting without participants adds a series.",
      from: "contract §2: meetings with 0 participants add nothing",
      claimedBy: ["origins/meeting-without-participants"],
      .page { page in
        page.lines = page.lines.flatMap { line in
          line.hasPrefix("bbb_meetings_participants_origin{")
            ? [line, "bbb_meetings_participants_origin{server=\"empty.example.org\",name=\"moodle\"} 0"]
            : [line]
        }
      }),
    Mutant(
      "metrics/version-as-value", "The version is the value, not the label.", from: "contract §2 bbb_version",
      claimedBy: ["versions/exporter", "versions/server-from-disk"],
      .page { page in
        for name in ["bbb_exporter", "bbb_version"] {
          page.edit(name) { ($0.labels, $0.number) = (nil, 3) }
        }
      }),
    Mutant(
      "metrics/client-only-when-seen", "Clients that nobody has are not shown.",
      from: "contract §2: html5 and dial-in are always present", claimedBy: ["clients/always-present"],
      .page { page in
        page.lines.removeAll {
          $0.hasPrefix("bbb_meetings_participant_clients{") && $0.hasSuffix(" 0")
        }
      }),
  ]

  private static let wrongRooms = [
    Mutant(
      "metrics/rooms-not-cumulative", "A bucket holds only the rooms between two bounds.",
      from: "contract §2: rooms with at most `le` of them",
      claimedBy: ["rooms/default-buckets", "rooms/bucket-edges", "rooms/custom-participants-buckets"],
      .page { page in
        var before = 0.0
        page.edit("bbb_room_participants_bucket") { sample in
          let all = sample.number
          sample.number = max(0, all - before)
          before = all
        }
      }),
    Mutant(
      "metrics/rooms-without-infinity", "The bucket +Inf is missing.", from: "contract §1: +Inf is added",
      claimedBy: [
        "rooms/default-buckets", "rooms/custom-listeners-buckets", "rooms/custom-voice-buckets",
        "rooms/custom-video-buckets", "rooms/all-custom-buckets",
      ],
      .page { page in
        for count in counts { page.remove("bbb_room_\(count.family)_bucket", "le=\"+Inf\"") }
      }),
    Mutant(
      "metrics/room-sum-is-count", "The sum of rooms is their number.", from: "contract §2 _gcount and _gsum",
      claimedBy: ["rooms/count-and-sum"],
      .page { page in page.set("bbb_room_video_participants_gsum", to: page.value("bbb_meetings") ?? 0) }),
    Mutant(
      "metrics/rooms-add-up", "Rooms of earlier scrapes stay in the histogram.",
      from: "a library's histogram in place of a gauge histogram", claimedBy: ["rooms/count-and-sum"],
      .page { page in
        page.set("bbb_room_participants_gcount", to: page.value("bbb_unique_meetings_total") ?? 0)
      }),
    Mutant(
      "metrics/rooms-as-count", "`_gcount` is called `_count` in the text format.",
      from: "contract §2 bbb_room_participants",
      claimedBy: ["rooms/types-in-text", "rooms/bucket-edges"],
      .page { page in
        page.edit("bbb_room_participants_gcount") { $0.name = "bbb_room_participants_count" }
        page.removeHeader("TYPE", of: "bbb_room_participants_gcount")
        page.removeHeader("HELP", of: "bbb_room_participants_gcount")
      }),
    Mutant(
      "metrics/room-bound-moved", "The bound 120 of the voices is 150.",
      from: "contract §1: two default lists",
      claimedBy: ["rooms/default-buckets"],
      .page { page in
        page.edit("bbb_room_voice_participants_bucket") { $0.replaceInLabels("\"120", by: "\"150") }
      }),
  ]
}

extension SampleLine {
  /// Replaces a text in the labels.
  fileprivate mutating func replaceInLabels(_ text: String, by other: String) {
    labels = labels?.replacing(text, with: other)
  }
}
