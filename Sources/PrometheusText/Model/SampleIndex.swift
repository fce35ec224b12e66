/// Finds samples by full name and label set, whatever the order of the labels.
///
/// `le` and `quantile` are compared as numbers: `5` finds `5.0`. Of samples that are there twice, the first
/// counts (``ExpositionLint`` reports the second).
public struct SampleIndex: Sendable {
  private var samples: [SeriesKey: Sample] = [:]
  private var samplesByName: [String: [Sample]] = [:]

  /// Indexes all samples of the families.
  public init(_ families: [MetricFamily]) {
    for family in families {
      for sample in family.samples {
        let name = family.name + sample.suffix
        let key = SeriesKey(name: name, labels: sample.labels.map(\.withCanonicalBound))
        if samples[key] == nil { samples[key] = sample }
        samplesByName[name, default: []].append(sample)
      }
    }
  }

  /// The value of the sample that has exactly these labels, or nil.
  public func value(of name: String, _ labels: [String: String] = [:]) -> Double? {
    sample(name, labels)?.value
  }

  /// The sample that has exactly these labels, or nil.
  public func sample(_ name: String, _ labels: [String: String] = [:]) -> Sample? {
    samples[SeriesKey(name: name, labels: labels.map { Label($0.key, $0.value).withCanonicalBound })]
  }

  /// All samples of that full name in order of appearance; none when the name does not occur.
  public func samples(named name: String) -> [Sample] {
    samplesByName[name, default: []]
  }
}

/// A full sample name with its labels, sorted so that their order does not matter.
struct SeriesKey: Hashable {
  let name: String
  let labels: [Label]

  init(name: String, labels: [Label]) {
    self.name = name
    self.labels = labels.count > 1 ? labels.sorted() : labels
  }
}

extension Label {
  fileprivate var withCanonicalBound: Label {
    guard name == "le" || name == "quantile", let bound = NumberGrammar.value(of: value) else { return self }
    return Label(name, bound.canonicalText)
  }
}
