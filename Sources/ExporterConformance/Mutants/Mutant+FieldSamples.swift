import ConformanceKit

extension Mutant {
  /// Labels that are not what was meant.
  static let fieldLabels = [
    Mutant(
      "metrics/quote-not-escaped", "A quotation mark in a label is not escaped.",
      from: "gitlab-tokens-exporter #221", claimedBy: ["origins/odd-characters"],
      .page { $0.replaceInSamples("\\\"", by: "\"") }),
    Mutant(
      "metrics/backslash-not-escaped", "A backslash in a label is not escaped.", from: "scaphandre #204",
      claimedBy: ["origins/odd-characters"],
      .page { $0.replaceInSamples("\\\\", by: "\\") }),
    Mutant(
      "metrics/line-feed-not-escaped", "A line feed in a label is not escaped.",
      from: "smallrye-metrics #279",
      claimedBy: ["origins/odd-characters"], .page { $0.replaceInSamples("\\n", by: "\n") }),
    Mutant(
      "metrics/escaped-as-json", "A character of a label is escaped as in JSON.",
      from: "exporter_exporter #80",
      claimedBy: ["origins/odd-characters"], .page { $0.replaceInSamples("<", by: "\\u003c") }),
    Mutant(
      "metrics/markup-in-label", "A character of a label is escaped as in HTML.",
      from: "a template engine that escapes",
      claimedBy: ["origins/odd-characters"], .page { $0.replaceInSamples("&", by: "&amp;") }),
    Mutant(
      "metrics/label-of-ascii", "What is not ASCII in a label becomes question marks.",
      from: "encode('ascii', 'replace')",
      claimedBy: ["origins/odd-characters"],
      .page { page in
        page.lines = page.lines.map { line in
          line.hasPrefix("#") ? line : String(line.map { $0.isASCII ? $0 : "?" })
        }
      }),
    Mutant(
      "metrics/label-cut-off", "A label has at most 32 characters.", from: "a column that is too short",
      claimedBy: ["origins/odd-characters"],
      .page { page in
        page.edit("bbb_meetings_participants_origin") { sample in
          let labels = sample.labels?.split(separator: "\",").map { label in
            let (name, value) = (label.prefix { $0 != "\"" }, label.drop { $0 != "\"" }.dropFirst())
            return name + "\"" + (value.last == "\"" ? value.dropLast() : value).prefix(32) + "\""
          }
          sample.labels = labels?.joined(separator: ",")
        }
      }),
    Mutant(
      "metrics/label-of-the-host", "Every sample has a label of the machine.",
      from: "a registry with global labels",
      claimedBy: ["formats/text-by-default"],
      .page { page in
        page.lines = page.lines.map { line in
          guard var sample = SampleLine(line), sample.name.hasPrefix("bbb_") else { return line }
          sample.labels = (sample.labels.map { $0 + "," } ?? "") + "host=\"bbb1\""
          return sample.text
        }
      }),
    Mutant(
      "metrics/label-twice", "A label stands twice in a sample.", from: "a label added that was there",
      claimedBy: ["formats/text-by-default"],
      .page { $0.edit("bbb_meetings_participant_clients") { $0.labels? += ",type=\"html5\"" } }),
  ]

  /// Samples that are there twice, or with what does not belong to them.
  static let fieldSamples = [
    Mutant(
      "metrics/sample-twice", "A series stands there twice.", from: "client_python: two registries joined",
      claimedBy: ["formats/text-by-default"],
      .page { page in
        page.lines = page.lines.flatMap {
          $0.hasPrefix("bbb_meetings_participant_clients{type=\"html5\"") ? [$0, $0] : [$0]
        }
      }),
    Mutant(
      "metrics/time-on-samples", "Samples carry the time at which the meetings were read.",
      from: "homebridge-prometheus-exporter #96", claimedBy: ["formats/text-by-default"],
      .page { $0.edit("bbb_meetings") { $0.value += " 1673170769987" } }),
    Mutant(
      "metrics/exemplar-in-text", "A bucket has an exemplar in the text format.",
      from: "exemplars outside OpenMetrics",
      claimedBy: ["formats/text-by-default"],
      .page { page in
        page.edit("bbb_api_latency_bucket", "+Inf") { $0.value += " # {trace_id=\"1\"} 0.3" }
      }),
    Mutant(
      "metrics/thousands-grouped", "Large values have a comma at the thousands.",
      from: "{:,} as format of a value",
      claimedBy: ["meetings/thousand-participants"],
      .page { $0.edit("bbb_meetings_participants") { $0.value = $0.value.replacing("1202", with: "1,202") } }),
    Mutant(
      "metrics/byte-wraps", "A value above 127 goes below zero.", from: "a count in a signed byte",
      claimedBy: ["meetings/thousand-participants"],
      .page { page in
        page.edit("bbb_meetings_participants") {
          $0.number = Double(Int8(truncatingIfNeeded: Int($0.number)))
        }
      }),
    Mutant(
      "metrics/sixteen-bits-wrap", "A value above 32,767 goes below zero.", from: "a count in 16 bits",
      claimedBy: ["meetings/eighty-thousand-participants"],
      .page { page in
        page.edit("bbb_meetings_participants") {
          $0.number = Double(Int16(truncatingIfNeeded: Int($0.number)))
        }
      }),
    Mutant(
      "metrics/infinity-bound-in-words", "The bound +Inf is written as infinity.",
      from: "str(float('inf')) in Python",
      claimedBy: ["rooms/default-buckets", "latency/buckets"],
      .page { $0.replaceInSamples("le=\"+Inf\"", by: "le=\"infinite\"") }),
    Mutant(
      "metrics/latency-values-in-milliseconds", "Latencies are sorted into the buckets as milliseconds.",
      from: "a clock in milliseconds", claimedBy: ["latency/every-call-counted", "latency/slow-answers"],
      .page { page in
        page.edit("bbb_api_latency_bucket") { if $0.bound != .infinity { $0.number = 0 } }
      }),
  ]
}

extension PageText {
  /// Replaces a text in all lines that are no comments.
  fileprivate mutating func replaceInSamples(_ text: String, by other: String) {
    lines = lines.map { $0.hasPrefix("#") ? $0 : $0.replacing(text, with: other) }
  }
}
