import PrometheusText

extension ExpectedSeries: CustomStringConvertible {
  /// The series as a page writes it, its labels in the order of their names and `le` last.
  var description: String {
    guard !labels.isEmpty else { return name }
    let pairs = labels.sorted { ($0.key == "le" ? 1 : 0, $0.key) < ($1.key == "le" ? 1 : 0, $1.key) }
    return "\(name){\(pairs.map { "\($0.key)=\"\($0.value)\"" }.joined(separator: ","))}"
  }
}

extension ValueRange: CustomStringConvertible {
  /// The values in words, as a finding says them.
  var description: String {
    switch self {
    case .exactly(let value): value.expositionText
    case .between(let lower, let upper): "\(lower.expositionText) to \(upper.expositionText)"
    case .atLeast(let lower): "at least \(lower.expositionText)"
    }
  }
}

extension Sample {
  /// The labels by their names; of a name that stands twice, which the lint reports, the first.
  var labelsByName: [String: String] {
    Dictionary(labels.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
  }
}
