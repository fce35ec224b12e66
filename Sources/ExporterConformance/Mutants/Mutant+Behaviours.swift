import ConformanceKit

extension Mutant {
  /// Exporters that do what nobody asked them for.
  static let behaviours = callers + answerers + talkers

  private static let callers = [
    Mutant(
      "behaviour/wrong-checksum", "The checksum is made with another secret.", from: "contract §3 requests",
      claimedBy: ["api/up", "api/calls-of-a-scrape"], .environment("API_SECRET=another; export API_SECRET")),
    Mutant(
      "behaviour/secret-decoded", "The secret is taken for a part of a URL and decoded.",
      from: "contract §1 API_SECRET",
      claimedBy: ["api/secret-with-odd-characters"],
      .environment(#"API_SECRET=$(printf %s "$API_SECRET" | sed "s/%20/ /g"); export API_SECRET"#)),
    Mutant(
      "behaviour/calls-twice", "A scrape makes every call twice.",
      from: "a collector that is registered twice",
      claimedBy: ["api/calls-of-a-scrape", "latency/every-call-counted", "recordings/switched-off"], .doubled),
    Mutant(
      "behaviour/no-deadline", "Nothing ends a call that hangs.", from: "contract §4 API hangs",
      claimedBy: ["api/hang"], .answer { answer, _ in answer.duration += .seconds(8) }),
  ]

  private static let answerers = [
    Mutant(
      "behaviour/fails-with-the-api", "While the API is down the page is an error.",
      from: "contract §4 HTTP 500",
      claimedBy: downs + ["latency/failed-calls-counted"],
      .answer { answer, _ in
        if PageText(answer.body).value("bbb_api_up") == 0 { (answer.status, answer.body) = (500, []) }
      }),
    Mutant(
      "behaviour/error-once", "The first scrape fails.", from: "a page asked for before anything is known",
      claimedBy: ["api/up", "settings/tls-verify-off"],
      .answer { answer, earlier in if earlier.isEmpty { answer.status = 500 } }),
    Mutant(
      "behaviour/false-zeros", "While the API is down the meetings are 0.",
      from: "contract §4 getMeetings fails",
      claimedBy: ["api/down-without-false-zeros", "api/up-follows-get-meetings"],
      .page { page in
        if page.value("bbb_api_up") == 0 {
          page.lines += ["# HELP bbb_meetings Meetings.", "# TYPE bbb_meetings gauge", "bbb_meetings 0"]
        }
      }),
    Mutant(
      "behaviour/always-open-metrics", "The content type is OpenMetrics, whoever asks.",
      from: "contract §2 formats",
      claimedBy: ["formats/text-by-default", "formats/text-by-accept"],
      .answer { answer, _ in
        answer.contentType = "application/openmetrics-text; version=1.0.0; charset=utf-8"
      }),
    Mutant(
      "behaviour/never-open-metrics", "The content type is text, whoever asks.", from: "contract §2 formats",
      claimedBy: ["formats/open-metrics", "formats/open-metrics-all-day"],
      .answer { answer, _ in answer.contentType = "text/plain; version=0.0.4; charset=utf-8" }),
    Mutant(
      "behaviour/every-path-is-a-scrape", "Any path is answered.", from: "contract §4 other paths",
      claimedBy: ["formats/other-paths"], .answer { answer, _ in answer.status = 200 }),
    Mutant(
      "behaviour/ends-at-its-start", "An answer that it cannot read ends the exporter at its start.",
      from: "contract §4: at start the process exits",
      claimedBy: ["meetings/grouped-cameras", "anomalies/unknown-elements"],
      .script("echo 'ValueError: invalid literal for int()' >&2; exit 1")),
  ]

  private static let talkers = [
    Mutant(
      "behaviour/secret-printed", "The secret is printed at the start.", from: "contract §1 DEBUG",
      claimedBy: ["settings/debug-keeps-secrets"], .environment(#"echo "settings: $API_SECRET" >&2"#))
  ]
}
