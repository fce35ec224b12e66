/// The rules that look at single samples of a family, and at samples that are there twice.
struct SampleRules {
  let family: AssembledFamily
  let format: ExpositionFormat

  var findings: [LintFinding] {
    duplicates
      + zip(family.samples, family.lines).flatMap { sample, line in
        [valueFinding(sample, line), quantileFinding(sample, line), flagFinding(sample, line)].compactMap {
          $0
        }
      }
  }

  private func finding(_ kind: LintKind, _ line: Int, _ message: String) -> LintFinding {
    LintFinding(kind: kind, line: line, family: family.headerName, message: message)
  }

  private func name(_ sample: Sample) -> String {
    (family.headerName + sample.suffix).excerpt
  }

  /// OpenMetrics lets a series have several points, each with its own timestamp.
  private var duplicates: [LintFinding] {
    struct Point: Hashable {
      let key: SeriesKey
      let timestamp: Double?
    }
    var firstLines: [Point: Int] = [:]
    var findings: [LintFinding] = []
    for (sample, line) in zip(family.samples, family.lines) {
      let point = Point(
        key: SeriesKey(name: sample.suffix, labels: sample.labels),
        timestamp: format == .openMetrics ? sample.timestamp : nil)
      if let first = firstLines[point] {
        findings.append(finding(.duplicateSample, line, "\(name(sample)) with the labels of line \(first)"))
      } else {
        firstLines[point] = line
      }
    }
    return findings
  }

  /// Buckets and counts of histograms have their own rules.
  private func valueFinding(_ sample: Sample, _ line: Int) -> LintFinding? {
    let isCounter = family.knownType == .counter && sample.suffix != "_created"
    let isSummaryPart = family.knownType == .summary && ["_count", "_sum"].contains(sample.suffix)
    guard isCounter || isSummaryPart else { return nil }
    if sample.value.isNaN && !(isSummaryPart && format == .text) {
      return finding(.counterNotANumber, line, "\(name(sample)) is NaN")
    }
    guard sample.value < 0, !(sample.suffix == "_sum" && format == .text) else { return nil }
    return finding(.negativeCounter, line, "\(name(sample)) is \(sample.value.expositionText)")
  }

  private func quantileFinding(_ sample: Sample, _ line: Int) -> LintFinding? {
    guard family.knownType == .summary, sample.suffix.isEmpty else { return nil }
    let text = sample.labels.first { $0.name == "quantile" }?.value
    guard let text, let quantile = NumberGrammar.value(of: text), (0...1).contains(quantile) else {
      let shown = text?.excerpt ?? "missing"
      return finding(.malformedQuantile, line, "the quantile is \(shown), not between 0 and 1")
    }
    return nil
  }

  private func flagFinding(_ sample: Sample, _ line: Int) -> LintFinding? {
    switch family.knownType {
    case .info where sample.value != 1:
      return finding(.malformedInfo, line, "an info has the value 1, not \(sample.value.expositionText)")
    case .stateset where sample.value != 0 && sample.value != 1:
      return finding(.malformedStateSet, line, "a state is 0 or 1, not \(sample.value.expositionText)")
    case .stateset where !sample.labels.contains { $0.name == family.headerName }:
      return finding(.malformedStateSet, line, "a state without the label \(family.headerName.excerpt)")
    default: return nil
    }
  }
}
