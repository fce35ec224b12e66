import ConformanceKit

extension LoadCourse {
  /// Fewer points make no course.
  private static let fewestPoints = 8
  /// More points are seen by nobody; of neighbours the highest stands for all.
  private static let mostPoints = 240

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
      lines: [Plot.Line(height, Self.thinned(points))])
  }
  static func thinned(_ points: [Plot.Point]) -> [Plot.Point] {
    let width = (points.count + mostPoints - 1) / mostPoints
    guard width > 1 else { return points }
    return stride(from: 0, to: points.count, by: width).compactMap { start in
      points[start..<min(start + width, points.count)].max { $0.y < $1.y }
    }
  }
}
