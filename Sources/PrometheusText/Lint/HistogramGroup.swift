/// The buckets, count and sum of one label set.
struct HistogramGroup {
  /// What the samples of a group have in common.
  struct Key: Hashable {
    let series: SeriesKey
    let timestamp: Double?

    init(_ sample: Sample, _ format: ExpositionFormat) {
      series = SeriesKey(name: "", labels: sample.labels.filter { $0.name != "le" })
      timestamp = format == .openMetrics ? sample.timestamp : nil
    }
  }

  let firstLine: Int
  var count: (value: Double, line: Int)?
  private var sumLine: Int?
  private var buckets: [(bound: Double, value: Double, line: Int)] = []

  init(firstLine: Int) {
    self.firstLine = firstLine
  }

  mutating func add(_ sample: Sample, _ line: Int) {
    switch sample.suffix {
    case "_bucket":
      guard let text = sample.boundText, let bound = NumberGrammar.value(of: text), !bound.isNaN else {
        return
      }
      buckets.append((bound, sample.value, line))
    case "_count", "_gcount": count = (sample.value, line)
    case "_sum", "_gsum": sumLine = line
    default: break
    }
  }

  func findings(_ format: ExpositionFormat, _ family: String) -> [LintFinding] {
    let faults = orderFaults + cumulationFaults + totalFaults + (format == .openMetrics ? partFaults : [])
    return faults.map { LintFinding(kind: $0.kind, line: $0.line, family: family, message: $0.message) }
  }

  private typealias Fault = (kind: LintKind, line: Int, message: String)

  private var orderFaults: [Fault] {
    zip(buckets, buckets.dropFirst()).filter { $0.bound >= $1.bound }.map { before, bucket in
      (
        .bucketOrder, bucket.line,
        "the bound \(bucket.bound.expositionText) after \(before.bound.expositionText)"
      )
    }
  }

  /// Compared by bound, so that wrong order alone is not reported as wrong counts too.
  private var cumulationFaults: [Fault] {
    let ascending = buckets.sorted { ($0.bound, $0.line) < ($1.bound, $1.line) }
    return zip(ascending, ascending.dropFirst()).filter { $0.value > $1.value }.map { lower, bucket in
      let counts = "\(bucket.value.expositionText) after \(lower.value.expositionText)"
      return (
        .bucketsNotCumulative, bucket.line, "the bucket \(bucket.bound.expositionText) counts \(counts)"
      )
    }
  }

  private var totalFaults: [Fault] {
    guard let total = buckets.first(where: { $0.bound == .infinity }) else {
      return [(.missingInfBucket, buckets.last?.line ?? firstLine, "there is no bucket +Inf")]
    }
    guard let count, count.value != total.value else { return [] }
    let values = "\(count.value.expositionText), the bucket +Inf \(total.value.expositionText)"
    return [(.countMismatch, count.line, "the count is \(values)")]
  }

  private var partFaults: [Fault] {
    switch (count, sumLine) {
    case (let count?, nil): [(.incompleteHistogram, count.line, "a count without a sum")]
    case (nil, let line?): [(.incompleteHistogram, line, "a sum without a count")]
    default: []
    }
  }
}
