/// The rules of histograms and gauge histograms, applied to each label set without `le`.
struct HistogramRules {
  let family: AssembledFamily
  let format: ExpositionFormat

  /// What is wrong with the family; `gauges` are those of the page by name, for in text `_gcount` is one of them.
  func findings(besides gauges: [String: AssembledFamily]) -> [LintFinding] {
    guard family.knownType == .histogram || family.knownType == .gaugehistogram else { return [] }
    let bucketFindings = zip(family.samples, family.lines).flatMap(sampleFindings)
    return bucketFindings
      + groups(counts: gauges[family.headerName + "_gcount"]).flatMap {
        $0.findings(format, family.headerName)
      }
  }

  private func sampleFindings(_ sample: Sample, _ line: Int) -> [LintFinding] {
    var findings: [LintFinding] = []
    func note(_ kind: LintKind, _ message: String) {
      findings.append(LintFinding(kind: kind, line: line, family: family.headerName, message: message))
    }
    let name = (family.headerName + sample.suffix).excerpt
    if sample.suffix == "_bucket" {
      if let (kind, message) = boundFault(sample) { note(kind, message) }
    }
    if ["_bucket", "_count", "_gcount"].contains(sample.suffix) {
      let shown = "\(name) is \(sample.value.expositionText)"
      if sample.value.isNaN {
        note(.counterNotANumber, shown)
      } else if sample.value < 0 {
        note(.negativeBucket, shown)
      } else if !sample.value.isWhole {
        note(.fractionalBucket, shown)
      }
    }
    return findings
  }

  private func boundFault(_ sample: Sample) -> (LintKind, String)? {
    guard let text = sample.boundText else { return (.missingBound, "a bucket without the label le") }
    let shown = text.excerpt
    guard let bound = NumberGrammar.value(of: text), !bound.isNaN else {
      return (.malformedBound, "the bound \(shown) is not a number")
    }
    guard format == .openMetrics, bound == .infinity, text != "+Inf" else { return nil }
    return (.malformedBound, "the bound \(shown) has to be spelled +Inf")
  }

  private func groups(counts: AssembledFamily?) -> [HistogramGroup] {
    var indexes: [HistogramGroup.Key: Int] = [:]
    var groups: [HistogramGroup] = []
    for (sample, line) in zip(family.samples, family.lines) {
      let key = HistogramGroup.Key(sample, format)
      let index = indexes[key] ?? groups.count
      if index == groups.count {
        groups.append(HistogramGroup(firstLine: line))
        indexes[key] = index
      }
      groups[index].add(sample, line)
    }
    for (sample, line) in zip(counts?.samples ?? [], counts?.lines ?? []) {
      guard let index = indexes[HistogramGroup.Key(sample, format)] else { continue }
      groups[index].count = (sample.value, line)
    }
    return groups
  }
}

extension Sample {
  /// The upper bound of a bucket as it is spelled.
  var boundText: String? { labels.first { $0.name == "le" }?.value }
}
