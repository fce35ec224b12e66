import BBBAPI
import PrometheusText

/// The families that a scrape asks for; only these are on its page, and only the calls that they need are made.
enum WantedFamilies: Sendable, Equatable {
  /// Every family.
  case all
  /// Those with one of these names, be it the family's own or one of its samples'.
  case named(Set<String>)

  /// Reads the parameters `name[]` of a request for metrics, as the client libraries of Prometheus do.
  ///
  /// - Parameter query: what stands behind `?`, percent-encoded; without a `name[]` that has a value all are wanted.
  init(query: String?) {
    let names = QueryParameters(decoding: query ?? "").values(of: "name[]").filter { !$0.isEmpty }
    self = names.isEmpty ? .all : .named(Set(names))
  }

  /// Whether a family is wanted.
  func includes(_ metric: Metric) -> Bool {
    switch self {
    case .all: true
    case .named(let names): metric.askedNames.contains(where: names.contains)
    }
  }
}

extension Metric {
  /// The names by which the family can be asked for: its own and, in either format, those of its samples.
  fileprivate var askedNames: [String] {
    let endings =
      switch type {
      case .counter: ["_total"]
      case .histogram: ["_bucket", "_count", "_sum"]
      case .gaugehistogram: ["_bucket", "_gcount", "_gsum"]
      case .info: ["_info"]
      case .summary: ["_count", "_sum"]
      case .gauge, .stateset, .unknown: [String]()
      }
    return [name] + endings.map { name + $0 }
  }
}
