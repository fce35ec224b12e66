/// Where things stand in the picture of a plot; the unit is that of its view box.
struct PlotFrame {
  static let width = 320.0
  static let height = 190.0

  let x, y: PlotScale
  /// The edges of the area in which the courses run.
  let left: Double
  let right = PlotFrame.width - 8
  let top = 24.0
  let bottom = PlotFrame.height - 36

  init(_ plot: Plot) {
    let points = plot.lines.lazy.flatMap(\.points)
    x = PlotScale(over: points.lazy.filter(\.y.isFinite).map(\.x), roundedOut: false)
    let heights = points.lazy.filter(\.x.isFinite).map(\.y)
    let highest = heights.filter(\.isFinite).max() ?? 0
    // A limit far above what happened would press it flat against the axis.
    let limit = plot.limit.flatMap { $0 <= 4 * highest || highest <= 0 ? $0 : nil }
    let y = PlotScale(over: Array(heights) + [limit].compactMap(\.self), roundedOut: true)
    let widest = y.ticks.map { y.label($0).count }.max() ?? 1
    self.y = y
    left = min(110, 12 + 6.3 * Double(widest))
  }

  func across(_ value: Double) -> String { PlotFrame.text(left + (right - left) * x.share(of: value)) }

  func up(_ value: Double) -> String { PlotFrame.text(bottom - (bottom - top) * y.share(of: value)) }

  /// A coordinate with one decimal.
  static func text(_ value: Double) -> String { ((value * 10).rounded() / 10).shortest }
}
