import ConformanceKit

extension Mutant {
  /// Defects that exporters of other things were reported with, written down before anybody looked whether a case finds
  /// them; `source` names the report.
  static let fromTheField = fieldFormats + fieldLabels + fieldSamples + fieldMemory

  private static let fieldFormats = fieldLines + fieldHeaders + fieldBodies + fieldOpenMetrics

  private static let fieldLines = [
    Mutant(
      "metrics/line-ends-of-windows", "Lines end with a carriage return.",
      from: "windows_exporter, textfile collector",
      claimedBy: ["formats/text-by-default", "formats/open-metrics"],
      .answer { answer, _ in answer.body = answer.body.flatMap { $0 == 10 ? [13, 10] : [$0] } }),
    Mutant(
      "metrics/last-line-feed-missing", "The last line does not end.", from: "statping #572",
      claimedBy: ["formats/text-by-default", "formats/text-by-accept"],
      .answer { answer, _ in answer.body.removeLast() }),
    Mutant(
      "metrics/byte-order-mark", "The page begins with a byte order mark.",
      from: "opentelemetry-dotnet #2487",
      claimedBy: ["formats/text-by-default", "formats/open-metrics"],
      .answer { answer, _ in answer.body = [0xEF, 0xBB, 0xBF] + answer.body }),
    Mutant(
      "metrics/name-with-hyphen", "A metric has a hyphen in its name.", from: "prometheus #3154",
      claimedBy: ["formats/text-by-default", "formats/open-metrics"],
      .page { $0.lines.insert("bbb-exporter_scrapes 1", at: 0) }),
    Mutant(
      "metrics/value-in-words", "A flag is written as true.", from: "str(True) in Python",
      claimedBy: ["formats/text-by-default"],
      .page { $0.edit("bbb_api_up") { $0.value = $0.value.hasPrefix("1") ? "true" : "false" } }
    ),
    Mutant(
      "metrics/value-with-unit", "A value has its unit behind it.", from: "windows_exporter #919: `7710-3`",
      claimedBy: ["formats/text-by-default"], .page { $0.edit("bbb_api_latency_sum") { $0.value += "s" } }),
  ]

  private static let fieldHeaders = [
    Mutant(
      "metrics/type-before-each-sample", "TYPE stands before each sample of a family.",
      from: "homebridge-prometheus-exporter #96", claimedBy: ["formats/text-by-default"],
      .page { page in
        page.lines = page.lines.flatMap { line in
          line.hasPrefix("bbb_meetings_participant_clients{")
            ? ["# TYPE bbb_meetings_participant_clients gauge", line] : [line]
        }
      }),
    Mutant(
      "metrics/help-twice", "A family has two HELP lines.", from: "ascender #766; OpenDJ",
      claimedBy: ["formats/text-by-default"],
      .page { page in
        page.lines = page.lines.flatMap { $0.hasPrefix("# HELP bbb_meetings ") ? [$0, $0] : [$0] }
      }),
    Mutant(
      "metrics/header-of-nothing-again", "The header of a family stands a second time, without samples.",
      from: "exporter_exporter #39: ceph", claimedBy: ["formats/text-by-default"],
      .page { page in
        let header = page.lines.filter { $0.hasPrefix("# ") && $0.contains(" bbb_meetings ") }
        page.lines.insert(
          contentsOf: header, at: page.lines.last == "# EOF" ? page.lines.count - 1 : page.lines.count)
      }),
    Mutant(
      "metrics/quote-escaped-in-help", "A HELP text has a backslash before a quotation mark.",
      from: "telegraf #7423",
      claimedBy: ["formats/text-by-default"],
      .page { page in
        page.lines = page.lines.map { $0.hasPrefix("# HELP bbb_meetings ") ? $0 + " Of \\'BBB\\'." : $0 }
      }),
    Mutant(
      "metrics/type-in-capitals", "A TYPE is written with a capital.", from: "the name of a class as a type",
      claimedBy: ["formats/text-by-default"], .page { $0.retype("bbb_meetings", as: "Gauge") }),
    Mutant(
      "metrics/families-mixed", "The samples of two families stand between each other.",
      from: "a loop over meetings in place of one over families", claimedBy: ["formats/text-by-default"],
      .page { page in
        let moved = page.lines.filter { $0.hasPrefix("bbb_meetings_participant_clients{") }
        guard let last = moved.last else { return }
        page.lines.removeAll { $0 == last }
        page.lines.insert(last, at: 2)
      }),
    Mutant(
      "metrics/total-twice", "A counter ends in _total_total.", from: "client_python #912",
      claimedBy: ["formats/text-by-default", "formats/open-metrics"],
      .page { page in
        page.lines = page.lines.map {
          $0.replacing("bbb_unique_meetings_total", with: "bbb_unique_meetings_total_total")
        }
      }),
  ]

  private static let fieldBodies = [
    Mutant(
      "metrics/compressed-unasked", "The page is compressed though nobody has asked for it.",
      from: "a proxy that always compresses", claimedBy: ["formats/text-by-default", "formats/open-metrics"],
      .answer { answer, _ in answer.body = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0] + answer.body }),
    Mutant(
      "metrics/markup-with-200", "An error page comes with status 200.", from: "a framework's error page",
      claimedBy: ["formats/text-by-default", "formats/open-metrics"],
      .answer { answer, _ in answer.body = Array("<html><body>Internal Server Error</body></html>\n".utf8) }),
    Mutant(
      "metrics/empty-with-200", "An empty page comes with status 200.", from: "a registry without collectors",
      claimedBy: ["formats/text-by-default", "formats/open-metrics"],
      .answer { answer, _ in answer.body = [] }),
    Mutant(
      "metrics/created-as-status", "The page comes with status 201.",
      from: "a handler that answers POST and GET",
      claimedBy: ["formats/text-by-default", "formats/open-metrics"],
      .answer { answer, _ in answer.status = 201 }),
    Mutant(
      "metrics/called-markup", "The content type is text/html.", from: "a framework's default",
      claimedBy: ["formats/text-by-default", "formats/open-metrics"],
      .answer { answer, _ in answer.contentType = "text/html; charset=utf-8" }),
  ]

  private static let fieldOpenMetrics = [
    Mutant(
      "metrics/open-metrics-without-total", "In OpenMetrics a counter's sample has no _total.",
      from: "prometheus_smart_exporter #12",
      claimedBy: ["formats/open-metrics", "formats/open-metrics-all-day"],
      .page { page in
        guard page.lines.last == "# EOF" else { return }
        page.edit("bbb_unique_meetings_total") { $0.name = "bbb_unique_meetings" }
      }),
    Mutant(
      "metrics/open-metrics-total-in-type", "In OpenMetrics a counter's TYPE has _total.",
      from: "client libraries of the text format",
      claimedBy: ["formats/open-metrics", "formats/open-metrics-all-day"],
      .page { page in
        guard page.lines.last == "# EOF" else { return }
        page.lines = page.lines.map {
          $0.replacing("# TYPE bbb_unique_meetings counter", with: "# TYPE bbb_unique_meetings_total counter")
        }
      }),
    Mutant(
      "metrics/open-metrics-unit", "A UNIT is not the ending of the name.", from: "OpenMetrics 1.0, UNIT",
      claimedBy: ["formats/open-metrics", "formats/open-metrics-all-day"],
      .page { page in
        guard page.lines.last == "# EOF",
          let first = page.lines.firstIndex(of: "# TYPE bbb_api_latency histogram")
        else { return }
        page.lines.insert("# UNIT bbb_api_latency seconds", at: first + 1)
      }),
    Mutant(
      "metrics/open-metrics-after-the-end", "Samples follow # EOF.", from: "two pages one after the other",
      claimedBy: ["formats/open-metrics", "formats/open-metrics-all-day"],
      .page { if $0.lines.last == "# EOF" { $0.lines.append("bbb_late 1") } }),
    Mutant(
      "metrics/open-metrics-blank-line", "An OpenMetrics page has an empty line.",
      from: "OpenMetrics 1.0, ABNF",
      claimedBy: ["formats/open-metrics", "formats/open-metrics-all-day"],
      .page { if $0.lines.last == "# EOF" { $0.lines.insert("", at: 3) } }),
  ]
}
