/// Writes families as bytes, in the order in which they and their samples are given.
///
/// Names are constants of the program, so an invalid one traps. Label values and help texts may be anything.
public enum ExpositionWriter {
  /// The whole answer to a scrape, the closing `# EOF` of OpenMetrics included.
  public static func bytes(of families: [MetricFamily], as format: ExpositionFormat) -> [UInt8] {
    var buffer: [UInt8] = []
    // A line of the exporter's families is about 70 bytes; growing twice costs more than a guess too high.
    buffer.reserveCapacity(families.reduce(64) { $0 + 200 + 80 * $1.samples.count })
    append(families, as: format, to: &buffer)
    appendEnd(as: format, to: &buffer)
    return buffer
  }

  /// Appends families to a page that is still growing.
  public static func append(
    _ families: [MetricFamily], as format: ExpositionFormat, to buffer: inout [UInt8]
  ) {
    for family in families {
      switch format {
      case .text:
        for part in family.inTextFormat { append(part, as: .text, to: &buffer) }
      case .openMetrics: append(family, as: .openMetrics, to: &buffer)
      }
    }
  }

  /// Appends what closes a page: `# EOF` in OpenMetrics, nothing in text.
  public static func appendEnd(as format: ExpositionFormat, to buffer: inout [UInt8]) {
    if format == .openMetrics { buffer.append(text: "# EOF\n") }
  }

  private static func append(
    _ family: MetricFamily, as format: ExpositionFormat, to buffer: inout [UInt8]
  ) {
    precondition(NameGrammar.isMetricName(family.name), "not a metric name: \(family.name)")
    appendHeader(of: family, as: format, to: &buffer)
    for sample in family.samples {
      precondition(NameGrammar.isSuffix(sample.suffix), "not a suffix: \(family.name) \(sample.suffix)")
      buffer.append(text: family.name)
      buffer.append(text: sample.suffix)
      buffer.append(sample, as: format)
    }
  }

  private static func appendHeader(
    of family: MetricFamily, as format: ExpositionFormat, to buffer: inout [UInt8]
  ) {
    let name = family.headerName(in: format)
    if !family.help.isEmpty {
      buffer.append(text: "# HELP \(name) ")
      buffer.append(escaping: family.help, quotes: format == .openMetrics)
      buffer.append(.lineFeed)
    }
    buffer.append(text: "# TYPE \(name) \(family.type.keyword(in: format))\n")
    if let unit = family.unit, format == .openMetrics {
      precondition(name.hasSuffix("_" + unit), "the name \(name) does not end with its unit \(unit)")
      buffer.append(text: "# UNIT \(name) \(unit)\n")
    }
  }
}

extension [UInt8] {
  /// Appends what follows the name of a sample, and the line feed.
  fileprivate mutating func append(_ sample: Sample, as format: ExpositionFormat) {
    if !sample.labels.isEmpty { append(labels: sample.labels) }
    append(.space)
    append(value: sample.value)
    if let timestamp = sample.timestamp { append(timestamp: timestamp, as: format) }
    if let exemplar = sample.exemplar, format == .openMetrics { append(exemplar) }
    append(.lineFeed)
  }

  private mutating func append(labels: [Label]) {
    append(.openingBrace)
    for index in labels.indices {
      precondition(NameGrammar.isLabelName(labels[index].name), "not a label name: \(labels[index].name)")
      if index > 0 { append(.comma) }
      append(text: labels[index].name)
      append(.equals)
      append(.quote)
      append(escaping: labels[index].value, quotes: true)
      append(.quote)
    }
    append(.closingBrace)
  }

  private mutating func append(timestamp: Double, as format: ExpositionFormat) {
    append(.space)
    switch format {
    case .openMetrics:
      precondition(timestamp.isFinite, "a timestamp that is no moment: \(timestamp)")
      append(value: timestamp)
    case .text:
      guard let milliseconds = (timestamp * 1000).nearestInteger else {
        preconditionFailure("a timestamp that is no moment: \(timestamp)")
      }
      append(integer: milliseconds)
    }
  }

  private mutating func append(_ exemplar: Exemplar) {
    append(text: " # ")
    if exemplar.labels.isEmpty { append(text: "{}") } else { append(labels: exemplar.labels) }
    append(.space)
    append(value: exemplar.value)
    if let timestamp = exemplar.timestamp { append(timestamp: timestamp, as: .openMetrics) }
  }
}
