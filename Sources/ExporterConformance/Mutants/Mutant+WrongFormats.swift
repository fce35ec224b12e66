import ConformanceKit

extension Mutant {
  /// Counters that do what no counter may.
  static let wrongCounters = [
    Mutant(
      "metrics/counter-falls", "The unique counter shows the meetings that run.",
      from: "contract §2 bbb_unique_meetings_total: seen since start",
      claimedBy: ["counters/meetings-seen", "counters/same-external-id-again"],
      .page { page in page.set("bbb_unique_meetings_total", to: page.value("bbb_meetings") ?? 0) }),
    Mutant(
      "metrics/counter-grows-each-scrape", "Meetings are counted again at each scrape.",
      from: "contract §4 failed scrape between",
      claimedBy: ["counters/meetings-seen", "counters/breakouts-seen", "counters/failed-scrape-between"],
      .answer { answer, earlier in
        var page = PageText(answer.body)
        page.add("bbb_unique_meetings_total", by: Double(earlier.count))
        page.add("bbb_unique_breakout_rooms_total", by: Double(earlier.count))
        answer.body = page.bytes
      }),
    Mutant(
      "metrics/counter-is-gauge", "The unique counters are gauges.",
      from: "contract §2 bbb_unique_meetings_total",
      claimedBy: ["counters/meetings-seen", "formats/open-metrics"],
      .page { page in
        for name in ["bbb_unique_meetings", "bbb_unique_meetings_total"] { page.retype(name, as: "gauge") }
      }),
    Mutant(
      "metrics/stale-page", "The first page is shown for ever.", from: "a cache that nobody empties",
      claimedBy: [
        "meetings/two-rooms-all-day", "meetings/lecture-day-all-day", "latency/every-call-counted",
        "api/recovers",
        "meetings/people-who-left", "recordings/through-the-pipeline",
      ],
      .answer { answer, earlier in if let first = earlier.first { answer = first } }),
    Mutant(
      "metrics/one-scrape-late", "Each scrape shows what the one before has found.",
      from: "exporters that refresh behind an answer",
      claimedBy: [
        "meetings/made-over-the-api", "api/recovers", "clients/other-types", "counters/breakouts-seen",
      ],
      .answer { answer, earlier in if let last = earlier.last { answer = last } }),
  ]

  /// Pages that break the rules of their format.
  static let wrongFormats = [
    Mutant(
      "metrics/family-lost", "A family is not there.", from: "contract §2 bbb_meetings_video_participants",
      claimedBy: ["meetings/two-rooms-counted", "meetings/grouped-cameras", "settings/tls-verify-off"],
      .page { page in
        page.lines.removeAll { $0.contains("bbb_meetings_video_participants") }
      }),
    Mutant(
      "metrics/help-missing", "A family has no HELP.", from: "exporters that print their samples by hand",
      claimedBy: ["formats/text-by-default"], .page { $0.removeHeader("HELP", of: "bbb_meetings") }),
    Mutant(
      "metrics/type-missing", "A family has no TYPE.", from: "exporters that print their samples by hand",
      claimedBy: ["formats/text-by-default", "api/up"],
      .page { page in
        page.removeHeader("TYPE", of: "bbb_meetings")
        page.removeHeader("TYPE", of: "bbb_api_up")
      }),
    Mutant(
      "metrics/type-wrong", "A gauge is called a counter.", from: "contract §2 bbb_meetings",
      claimedBy: ["formats/text-by-default"], .page { $0.retype("bbb_meetings", as: "counter") }),
    Mutant(
      "metrics/family-twice", "A family stands twice on the page.", from: "two collectors of one name",
      claimedBy: ["formats/text-by-default", "formats/text-by-accept"],
      .page { page in
        page.lines += page.lines.filter {
          $0.hasPrefix("bbb_meetings ") || $0.hasPrefix("# TYPE bbb_meetings ")
        }
      }),
    Mutant(
      "metrics/words-between", "A line of the log stands on the page.", from: "print in place of a logger",
      claimedBy: ["settings/debug", "formats/text-by-accept"],
      .page { $0.lines.insert("DEBUG asked for the meetings", at: 1) }),
    Mutant(
      "metrics/decimal-comma", "Numbers are written with a comma.", from: "a locale's format of a number",
      claimedBy: ["settings/debug"], .page { $0.edit("bbb_meetings") { $0.value += ",0" } }),
    Mutant(
      "metrics/end-missing", "An OpenMetrics page does not end with # EOF.", from: "OpenMetrics 1.0",
      claimedBy: ["formats/open-metrics", "formats/open-metrics-all-day"],
      .page { $0.lines.removeAll { $0 == "# EOF" } }),
    Mutant(
      "metrics/open-metrics-histogram", "In OpenMetrics a gauge histogram is a histogram.",
      from: "contract §2 formats", claimedBy: ["formats/open-metrics", "formats/open-metrics-all-day"],
      .page { $0.retype("bbb_room_participants", as: "histogram") }),
    Mutant(
      "metrics/gauge-histogram-in-text", "The text format has the type gaugehistogram.",
      from: "contract §2 formats",
      claimedBy: ["rooms/types-in-text"], .page { $0.retype("bbb_room_participants", as: "gaugehistogram") }),
  ]
}
