/// The paths of the exporter; the table that the page at `/`, `--help` and the manual page are made of.
enum ServedPath: CaseIterable {
  case metrics, probe, targets, healthy, reload

  /// When a path answers with more than a refusal.
  enum Need {
    case nothing, server, targets, lifecycle
  }

  var path: String {
    switch self {
    case .metrics: "/metrics"
    case .probe: "/probe?target=NAME"
    case .targets: "/targets"
    case .healthy: "/-/healthy"
    case .reload: "/-/reload"
    }
  }

  /// What it answers, in one sentence without a full stop.
  var meaning: String {
    switch self {
    case .metrics: "the metrics of API_BASE_URL, for Prometheus to scrape"
    case .probe: "those of one target; &debug=true tells what was asked and found"
    case .targets: "the targets, for Prometheus' HTTP service discovery"
    case .healthy: "answers OK as long as the exporter lives"
    case .reload: "POST reads targets, secrets and CA files again"
    }
  }

  var need: Need {
    switch self {
    case .metrics: .server
    case .probe, .targets: .targets
    case .healthy: .nothing
    case .reload: .lifecycle
    }
  }
}
