import ConformanceKit

extension Mutant {
  /// Latency histograms that are wrong.
  static let latencies = [
    Mutant(
      "metrics/latency-in-milliseconds", "The sum of the latencies is in milliseconds.",
      from: "contract §2 bbb_api_latency: seconds",
      claimedBy: ["latency/slow-answers", "latency/each-in-its-series"],
      .page { $0.edit("bbb_api_latency_sum") { $0.number *= 1000 } }),
    Mutant(
      "metrics/latency-sum-of-last", "The sum is that of the last call.", from: "contract §2: cumulative",
      claimedBy: ["latency/slow-answers"], .page { $0.edit("bbb_api_latency_sum") { $0.number /= 2 } }),
    Mutant(
      "metrics/latency-without-infinity", "The bucket +Inf is missing.", from: "Prometheus text format 0.0.4",
      claimedBy: ["latency/buckets", "latency/every-call-counted"],
      .page { $0.remove("bbb_api_latency_bucket", "+Inf") }),
    Mutant(
      "metrics/latency-default-buckets", "The bounds are those of the client library.",
      from: "contract §2 bbb_api_latency: eighteen buckets", claimedBy: ["latency/buckets"],
      .page { page in
        page.lines.removeAll { line in
          line.hasPrefix("bbb_api_latency_bucket") && [1.25, 1.5, 1.75, 2].contains(SampleLine(line)?.bound)
        }
      }),
    Mutant(
      "metrics/latency-bucket-early", "A call stands in a bucket below its own.",
      from: "a bound compared with the one before",
      claimedBy: ["latency/slow-answers", "latency/each-in-its-series"],
      .page { $0.shiftLatencies(by: 1) }),
    Mutant(
      "metrics/latency-not-cumulative", "A bucket holds only the calls between two bounds.",
      from: "contract §2 bbb_api_latency", claimedBy: ["latency/slow-answers", "latency/every-call-counted"],
      .page { page in
        page.edit("bbb_api_latency_bucket") { if $0.bound != 0.5 { $0.number = 0 } }
      }),
    Mutant(
      "metrics/failed-calls-not-counted", "Calls that fail are not in the histogram.",
      from: "contract §3: a failed call counts", claimedBy: ["latency/failed-calls-counted"],
      .answer { answer, earlier in if let first = earlier.first { answer.body = first.body } }),
    Mutant(
      "metrics/latency-states-exchanged", "Published and unpublished have each other's latency.",
      from: "contract §2 bbb_api_latency: parameters", claimedBy: ["latency/each-in-its-series"],
      .page { page in
        page.lines = page.lines.map { line in
          line.replacing("=published\"", with: "=other\"").replacing("=unpublished\"", with: "=published\"")
            .replacing("=other\"", with: "=unpublished\"")
        }
      }),
    Mutant(
      "metrics/latency-one-series", "All calls of getRecordings are one series.",
      from: "contract §2 bbb_api_latency: parameters",
      claimedBy: ["latency/every-call-counted", "latency/buckets"],
      .page { page in
        for state in ["processing", "unpublished", "deleted"] {
          page.lines.removeAll { $0.hasPrefix("bbb_api_latency_") && $0.contains("\"state=\(state)\"") }
        }
      }),
  ]
}

extension PageText {
  /// Gives each bucket of the latencies the value of one of those behind it in its series.
  fileprivate mutating func shiftLatencies(by places: Int) {
    let buckets = lines.indices.filter { lines[$0].hasPrefix("bbb_api_latency_bucket") }
    let values = buckets.map { SampleLine(lines[$0])?.value }
    for (place, line) in buckets.enumerated() {
      guard var sample = SampleLine(lines[line]), sample.bound != .infinity else { continue }
      sample.value = values[min(place + places, values.count - 1)] ?? sample.value
      lines[line] = sample.text
    }
  }
}
