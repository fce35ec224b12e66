import PrometheusText

// The synthetic probe; on pages only when SYNTHETIC_PROBE_SECONDS is set.
extension Metric {
  private static let source = "create, join, getMeetingInfo and end of the exporter's own meeting"

  static let probeMeetings = Metric(
    "bbb_synthetic_probe_meetings", .gauge,
    "Meetings of synthetic probes running now; no other family counts them.", unit: .meetings,
    source: "metadata bbb-origin of getMeetings", needs: .meetings, onlyWith: .syntheticProbe, isOwn: true)
  static let probeSuccess = probe(
    "success", .gauge, "1 if every step of the last run worked, 0 if not.", .flag)
  static let probeStepSuccess = probe(
    "step_success", .gauge, labels: ["step"],
    "1 if the step of the last run worked, 0 if not; absent if not taken.",
    .flag)
  static let probeDuration = probe(
    "duration_seconds", .gauge, labels: ["step"], "Seconds that each step of the last run took.", .seconds)
  static let probeLastRun = probe(
    "last_run_timestamp_seconds", .gauge, "When the last run ended, in seconds since 1970.", .seconds)
  static let probeRuns = probe("runs", .counter, "Runs that have ended.", .runs)
  static let probeFailures = probe(
    "failures", .counter, labels: ["step"], "Runs that failed, by the first step that did.", .runs)
  static let probeSkipped = probe(
    "skipped", .counter, "Runs left out because the one before was still under way.", .runs)

  private static func probe(
    _ name: String, _ type: MetricType, labels: [String] = [], _ help: String, _ unit: MetricUnit
  ) -> Metric {
    Metric(
      "bbb_synthetic_probe_\(name)", type, labels: labels, help, unit: unit, source: source, needs: .nothing,
      onlyWith: .syntheticProbe, isOwn: true)
  }
}
