import ConformanceKit

extension LoadCourse {
  /// Fewer points make no course.
  private static let fewestPoints = 8

  /// How the load went from scrape to scrape.
  var plots: [Plot] {
    [
      plot("Scrape time", "time", unit: "ms") { round in
        round.scrapes.compactMap { $0.duration.map { $0.seconds * 1000 } }.max()
      },
      plot("API calls of a round", "calls") { round in Double(round.calls.values.reduce(0, +)) },
      plot("Resident memory", "memory", unit: "MB") { $0.usage.map { Double($0.memory) / 1_000_000 } },
      plot("Open descriptors", "descriptors") { $0.usage.map { Double($0.descriptors) } },
    ].compactMap(\.self)
  }

  private func plot(_ title: String, _ height: String, unit: String = "", _ value: (Round) -> Double?)
    -> Plot?
  {
    let points = rounds.compactMap { round in value(round).map { Plot.Point(Double(round.number), $0) } }
    guard points.count >= Self.fewestPoints else { return nil }
    return Plot(
      plan.name.map { "\(title), \($0)" } ?? title, x: Plot.Axis("scrape"), y: Plot.Axis(height, unit: unit),
      lines: [Plot.Line(height, points)])
  }
}
