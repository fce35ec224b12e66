import ConformanceKit
import PrometheusText

/// Holds a page against what is expected of it, family by family.
struct PageComparison: Sendable {
  let page: ParsedPage

  func findings(_ expected: [ExpectedFamily]) -> [Finding] {
    intruders(expected)
      + expected.flatMap { family in
        findings(family).map { finding in
          var finding = finding
          finding.citation = Contract.citation(family.family.line.place)
          return finding
        }
      }
  }

  /// All families that must not be there, in one finding: what fails takes many of them with it.
  private func intruders(_ expected: [ExpectedFamily]) -> [Finding] {
    let names = expected.filter { $0.presence == .forbidden }.flatMap { forbidden in
      // A header without samples claims nothing.
      forbidden.family.headers(in: page.format).compactMap { page.family($0.name) }.filter {
        !$0.samples.isEmpty
      }
      .map(\.name)
    }
    guard let first = names.first else { return [] }
    let what = names.count == 1 ? "\(first) is there" : "\(names.count) families are there that must not be"
    return [Finding(what, expected: "absent", actual: names.joined(separator: ", "))]
  }

  private func findings(_ expected: ExpectedFamily) -> [Finding] {
    let shown = expected.family.headers(in: page.format).compactMap { page.family($0.name) }
    switch expected.presence {
    case .forbidden: return []
    case .optional where shown.isEmpty: return []
    case .optional, .demanded: return headers(expected.family) + values(expected) + extras(expected, shown)
    case .unjudged: return headers(expected.family)
    case .informing(let label): return headers(expected.family) + information(label, expected.family.name)
    }
  }

  private func headers(_ family: ContractFamily) -> [Finding] {
    family.headers(in: page.format).flatMap { header -> [Finding] in
      guard let shown = page.family(header.name) else {
        return [
          Finding(
            "\(header.name) is missing", expected: "a \(header.type.rawValue)", actual: "no such family")
        ]
      }
      let typed = shown.type == header.type
      let type = Finding(
        "\(header.name) has another type", expected: header.type.rawValue, actual: shown.type.inWords)
      let help = Finding("\(header.name) has no HELP text", expected: "a text", actual: "none")
      return (typed ? [] : [type]) + (shown.help.isEmpty ? [help] : [])
    }
  }

  private func values(_ expected: ExpectedFamily) -> [Finding] {
    let wrong = expected.series.compactMap { series -> Finding? in
      guard let sample = page.index.sample(series.name, series.labels) else {
        // Where a name has no sample at all, one finding says so, not one for each bucket.
        guard !series.isOptional, page.has(samplesNamed: series.name) else { return nil }
        return Finding("\(series) is missing", expected: "\(series.value)", actual: "no such series")
      }
      guard !series.value.contains(sample.value) else { return nil }
      return Finding("\(series) is wrong", expected: "\(series.value)", actual: sample.value.expositionText)
    }
    return wrong + namesWithoutSamples(expected) + dated(expected)
  }

  /// Prometheus drops a sample with an old timestamp of its own; what is scraped now has none.
  private func dated(_ expected: ExpectedFamily) -> [Finding] {
    let dated = expected.series.compactMap { page.index.sample($0.name, $0.labels) }.first {
      $0.timestamp != nil
    }
    guard let timestamp = dated?.timestamp else { return [] }
    let what = "\(expected.family.name) has samples with a timestamp"
    return [Finding(what, expected: "none", actual: timestamp.expositionText)]
  }

  /// Names such as `_gcount` of which a family that is there has no sample.
  private func namesWithoutSamples(_ expected: ExpectedFamily) -> [Finding] {
    let missing = expected.family.headers(in: page.format).map(\.name).filter { page.family($0) == nil }
    let names = expected.series.map(\.name).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    return names.filter {
      !page.has(samplesNamed: $0) && !missing.contains($0) && !missing.contains(expected.family.name)
    }
    .map { name in
      let one = expected.series.first { $0.name == name }
      return Finding(
        "\(name) has no sample", expected: one.map { "\($0) \($0.value)" } ?? "one", actual: "no such series")
    }
  }

  private func extras(_ expected: ExpectedFamily, _ shown: [MetricFamily]) -> [Finding] {
    let wanted = SampleIndex([
      MetricFamily(
        name: "", type: .unknown,
        samples: expected.series.map { series in
          Sample(suffix: series.name, labels: series.labels.map { Label($0.key, $0.value) }, value: 0)
        })
    ])
    let extras = shown.flatMap { family in
      family.samples.filter { $0.suffix != "_created" }.compactMap { sample -> ExpectedSeries? in
        guard wanted.sample(family.name + sample.suffix, sample.labelsByName) == nil else { return nil }
        return ExpectedSeries(family.name + sample.suffix, sample.labelsByName, .exactly(sample.value))
      }
    }
    let sentences = extras.map { "\($0) \($0.value)" }
    guard extras.count > 3 else {
      return zip(extras, sentences).map { Finding("\($0) is too much", expected: "absent", actual: $1) }
    }
    let what = "\(expected.family.name) has \(extras.count) series too many"
    return [Finding(what, expected: "absent", actual: sentences.prefix(3).joined(separator: ", ") + " …")]
  }

  private func information(_ label: String, _ name: String) -> [Finding] {
    let samples = page.index.samples(named: name)
    let isRight =
      samples.count == 1 && samples[0].value == 1 && samples[0].labels.map(\.name) == [label]
      && samples[0].labels[0].value != ""
    guard !isRight, page.family(name) != nil else { return [] }
    let actual = samples.map { sample in
      "\(ExpectedSeries(name, sample.labelsByName, .exactly(sample.value))) \(sample.value.expositionText)"
    }
    return [
      Finding(
        "\(name) does not tell the \(label)", expected: "\(name){\(label)=\"…\"} 1",
        actual: actual.isEmpty ? "no sample" : actual.joined(separator: ", "))
    ]
  }
}

extension MetricType {
  /// As a finding tells it; a family without a type may be one whose author knows of none.
  var inWords: String { self == .unknown ? "unknown, as without a `# TYPE` line" : rawValue }
}
