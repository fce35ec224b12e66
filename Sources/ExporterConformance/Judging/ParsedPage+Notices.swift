import PrometheusText

extension ParsedPage {
  /// Whether a metric of the exporter's own tells of something that has happened since the last of two pages before.
  ///
  /// What moved between those two as well, such as a count of scrapes, tells of nothing.
  func notices(_ notice: Notice, after before: [ParsedPage]) -> Bool {
    guard before.count == 2 else { return false }
    return own(notice.type).contains { name, sample in
      let values = before.map { $0.index.value(of: name, sample.labelsByName) }
      return switch notice {
      case .counter: values[0] ?? 0 == values[1] ?? 0 && sample.value > values[1] ?? 0
      case .gauge: values == [1, 1] && sample.value == 0
      }
    }
  }

  /// Samples of families of a type that neither the contract nor a client library knows.
  private func own(_ type: MetricType) -> [(name: String, sample: Sample)] {
    families.filter { family in
      family.type == type && !Self.foreign.contains { family.name.hasPrefix($0) }
        && !Contract.families.contains { $0.headers(in: format).contains { $0.name == family.name } }
    }
    .flatMap { family in
      family.samples.filter { $0.suffix != "_created" }.map { (family.name + $0.suffix, $0) }
    }
  }

  /// What client libraries say of the process.
  private static let foreign = ["process_", "python_", "go_", "jvm_", "nodejs_", "promhttp_"]
}

extension Notice {
  fileprivate var type: MetricType {
    switch self {
    case .counter: .counter
    case .gauge: .gauge
    }
  }
}
