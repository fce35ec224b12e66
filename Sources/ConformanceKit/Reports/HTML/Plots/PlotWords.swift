/// What a plot shows, for whoever does not see it.
struct PlotWords {
  let plot: Plot

  init(_ plot: Plot) {
    self.plot = plot
  }

  /// The axes, and of each course how far it reaches and how it ends.
  var text: String {
    let limit = plot.limit.map { ["The limit is \($0.readable)\(unit)."] } ?? []
    let lines = plot.lines.prefix(8).map(words)
    let axes = "\(plot.y.name)\(unit.isEmpty ? "" : " in\(unit)") over \(plot.x.name)."
    return ([axes] + (lines.isEmpty ? ["Nothing was measured."] : lines) + limit).joined(separator: " ")
  }

  private var unit: String { plot.y.unit.isEmpty ? "" : " \(plot.y.unit)" }

  private func words(of line: Plot.Line) -> String {
    let heights = line.points.map(\.y).filter(\.isFinite)
    guard let low = heights.min(), let high = heights.max(), let last = heights.last else {
      return "\(line.name): no points."
    }
    let points = heights.count == 1 ? "1 point" : "\(heights.count.grouped) points"
    return "\(line.name): \(points), lowest \(low.readable), highest \(high.readable), last \(last.readable)."
  }
}
