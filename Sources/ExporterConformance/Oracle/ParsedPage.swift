import PrometheusText

/// A page of metrics, read by the rules of its format.
struct ParsedPage: Sendable {
  let format: ExpositionFormat
  let index: SampleIndex
  let families: [MetricFamily]
  /// Every rule of the format that the page breaks.
  let lint: [LintFinding]

  /// Reads a page; throws where the format's grammar does not allow it.
  init(_ bytes: [UInt8], as format: ExpositionFormat) throws(ExpositionError) {
    families = try ExpositionParser.parse(bytes, as: format)
    lint = ExpositionLint.findings(in: bytes, as: format)
    index = SampleIndex(families)
    self.format = format
  }

  /// The family with this name in its header.
  func family(_ name: String) -> MetricFamily? { families.first { $0.name == name } }

  /// Whether any sample has this full name.
  func has(samplesNamed name: String) -> Bool { !index.samples(named: name).isEmpty }

  /// Whether the page has anything of a BBB exporter's, whatever it is.
  var hasContractFamilies: Bool { families.contains { $0.name.hasPrefix("bbb_") } }

  /// Every sample with its full name.
  var samples: [(name: String, sample: Sample)] {
    families.flatMap { family in family.samples.map { (family.name + $0.suffix, $0) } }
  }
}
