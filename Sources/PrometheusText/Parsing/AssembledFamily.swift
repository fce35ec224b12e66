/// A family while its lines are being read.
struct AssembledFamily {
  /// The name as HELP and TYPE lines have it, so in text with a counter's `_total`.
  let headerName: String
  let firstLine: Int
  var type: MetricType?
  var help: String?
  var unit: String?
  var samples: [Sample] = []
  /// The line of each sample.
  var lines: [Int] = []

  init(headerName: String, firstLine: Int) {
    self.headerName = headerName
    self.firstLine = firstLine
  }

  var knownType: MetricType { type ?? .unknown }

  /// The family in terms of the model.
  var family: MetricFamily {
    var family = MetricFamily(
      name: headerName, type: knownType, help: help ?? "", unit: unit == "" ? nil : unit, samples: samples)
    if hasTotalInHeader {
      family.name.removeLast("_total".count)
      for index in family.samples.indices { family.samples[index].suffix = "_total" }
    }
    return family
  }

  /// Only text 0.0.4 has the suffix-free samples of such a counter.
  private var hasTotalInHeader: Bool {
    type == .counter && headerName.hasSuffix("_total") && headerName.utf8.count > "_total".count
      && samples.allSatisfy { $0.suffix.isEmpty }
  }
}
