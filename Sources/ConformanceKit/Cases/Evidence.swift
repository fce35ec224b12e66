/// What a case has measured and kept beside its findings: for the reader, never for the verdict.
public struct Evidence: Sendable, Equatable {
  /// Numbers, such as how often the API was called for a scrape; their names differ within a case.
  public var figures: [Figure]
  /// Courses of a number, such as memory over the scrapes of a soak.
  public var plots: [Plot]
  /// What went over the wire, for one who has to see it.
  public var exhibits: [Exhibit]

  /// Collects evidence.
  public init(figures: [Figure] = [], plots: [Plot] = [], exhibits: [Exhibit] = []) {
    self.figures = figures
    self.plots = plots
    self.exhibits = exhibits
  }

  /// Whether there is none.
  public var isEmpty: Bool { figures.isEmpty && plots.isEmpty && exhibits.isEmpty }

  /// Puts further evidence behind what is there.
  public static func += (all: inout Evidence, more: Evidence) {
    all.figures += more.figures
    all.plots += more.plots
    all.exhibits += more.exhibits
  }
}
