/// All samples of one metric, with its name, type and description.
public struct MetricFamily: Sendable, Equatable {
  /// The name without any ending of its samples: a counter's without `_total`.
  public var name: String
  /// The type, as declared.
  public var type: MetricType
  /// One sentence for people; empty when there is none.
  public var help: String
  /// The base unit, which the name must then end with (`_seconds`); written by OpenMetrics only.
  public var unit: String?
  /// The samples in the order in which they are written.
  public var samples: [Sample]

  /// Makes a family; names are checked when it is written.
  public init(
    name: String, type: MetricType, help: String = "", unit: String? = nil, samples: [Sample] = []
  ) {
    self.name = name
    self.type = type
    self.help = help
    self.unit = unit
    self.samples = samples
  }
}

extension MetricFamily {
  /// The name that HELP, TYPE and UNIT lines carry.
  ///
  /// Text 0.0.4 describes a counter under the name of its samples, so with `_total`, unless they have none.
  func headerName(in format: ExpositionFormat) -> String {
    guard format == .text, type == .counter, samples.first?.suffix != "" else { return name }
    return name + "_total"
  }
}
