import PrometheusText

/// A metric family of the contract's §2.
struct ContractFamily: Sendable, Equatable {
  /// The name as the contract writes it; a counter has `_total`.
  let name: String
  let type: MetricType
  /// The names of its labels, in the order of the contract.
  let labels: [String]
  /// What its values mean.
  let meaning: String

  init(_ name: String, _ type: MetricType, labels: [String] = [], _ meaning: String) {
    self.name = name
    self.type = type
    self.labels = labels
    self.meaning = meaning
  }

  var line: ContractLine { ContractLine("§2 \(name)", meaning) }

  /// The headers (names and types of HELP and TYPE) under which a page of a format shows the family.
  ///
  /// Text 0.0.4 has no gauge histogram: a histogram carries the buckets, two gauges the count and the sum.
  func headers(in format: ExpositionFormat) -> [(name: String, type: MetricType)] {
    switch (type, format) {
    case (.gaugehistogram, .text): [(name, .histogram), (name + "_gcount", .gauge), (name + "_gsum", .gauge)]
    case (.counter, _): [(String(name.dropLast("_total".count)), .counter)]
    default: [(name, type)]
    }
  }
}
