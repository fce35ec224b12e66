extension MetricFamily {
  /// A gauge with a single sample and no labels.
  public static func gauge(_ name: String, help: String, value: Double) -> MetricFamily {
    gauge(name, help: help, values: [([], value)])
  }

  /// A gauge with a sample for each label set.
  public static func gauge(
    _ name: String, help: String, values: [(labels: [Label], value: Double)]
  ) -> MetricFamily {
    MetricFamily(
      name: name, type: .gauge, help: help,
      samples: values.map { Sample(labels: $0.labels, value: $0.value) })
  }

  /// A counter with a single sample and no labels; `name` is the name without `_total`.
  public static func counter(_ name: String, help: String, value: Double) -> MetricFamily {
    counter(name, help: help, values: [([], value)])
  }

  /// A counter with a sample for each label set; `name` is the name without `_total`.
  public static func counter(
    _ name: String, help: String, values: [(labels: [Label], value: Double)]
  ) -> MetricFamily {
    precondition(!name.hasSuffix("_total"), "name the counter \(name) without its _total")
    return MetricFamily(
      name: name, type: .counter, help: help,
      samples: values.map { Sample(suffix: "_total", labels: $0.labels, value: $0.value) })
  }

  /// Facts as labels; text 0.0.4 shows the gauge `<name>_info` with the value 1.
  public static func info(_ name: String, help: String, labels: [Label]) -> MetricFamily {
    MetricFamily(
      name: name, type: .info, help: help,
      samples: [Sample(suffix: "_info", labels: labels, value: 1)])
  }

  /// Observations over the life of the process, one histogram for each label set.
  public static func histogram(
    _ name: String, help: String, series: [(labels: [Label], histogram: Histogram)]
  ) -> MetricFamily {
    MetricFamily(
      name: name, type: .histogram, help: help,
      samples: series.flatMap { $0.histogram.samples($0.labels, count: "_count", sum: "_sum") })
  }

  /// What is there right now, as one histogram without further labels.
  public static func gaugeHistogram(
    _ name: String, help: String, _ histogram: Histogram
  ) -> MetricFamily {
    gaugeHistogram(name, help: help, series: [([], histogram)])
  }

  /// What is there right now, one histogram for each label set.
  public static func gaugeHistogram(
    _ name: String, help: String, series: [(labels: [Label], histogram: Histogram)]
  ) -> MetricFamily {
    MetricFamily(
      name: name, type: .gaugehistogram, help: help,
      samples: series.flatMap { $0.histogram.samples($0.labels, count: "_gcount", sum: "_gsum") })
  }
}

extension Histogram {
  /// The histogram as samples: the buckets, then the count, then the sum.
  fileprivate func samples(_ labels: [Label], count: String, sum: String) -> [Sample] {
    var samples = buckets.map {
      Sample(suffix: "_bucket", labels: labels + [Label("le", $0.boundText)], value: Double($0.count))
    }
    samples.append(Sample(suffix: count, labels: labels, value: Double(self.count)))
    samples.append(Sample(suffix: sum, labels: labels, value: self.sum))
    return samples
  }
}
