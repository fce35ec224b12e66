import Determinism

/// Moments to places, with hours or days under the plot.
struct TimeAxis {
  let starts: SimulatedInstant
  let span: Duration

  /// Where a moment stands, in tenths of pixels.
  func tenths(of offset: Duration) -> Int {
    let width = Int64(Layout.plotWidth * 10)
    return Layout.left * 10 + Int(offset.milliseconds * width / max(1, span.milliseconds))
  }

  /// Round moments, about a dozen.
  private var ticks: [Duration] {
    let minute: Int64 = 60_000
    let steps = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 10_080, 40_320].map { $0 * minute }
    let step = steps.first { span.milliseconds / $0 <= 12 } ?? max(steps[14], span.milliseconds / 12)
    // Round by the clock on the wall, not by the beginning of the day.
    let start = starts.millisecondsSinceEpoch
    let first = (start + step - 1) / step * step - start
    guard first <= span.milliseconds else { return [] }
    return stride(from: first, through: span.milliseconds, by: Int(step)).map { .milliseconds($0) }
  }

  func drawRules(into svg: inout SVGText, y: Int, height: Int) {
    for tick in ticks where isMidnight(tick) {
      let x = tenths(of: tick) / 10
      svg.rule(x1: x, y1: y, x2: x, y2: y + height, class: "midnight")
    }
  }

  func drawLabels(into svg: inout SVGText, y: Int) {
    for tick in ticks { svg.text(label(of: tick), x: tenths(of: tick) / 10, y: y, class: "mid") }
  }

  private func isMidnight(_ offset: Duration) -> Bool {
    starts.advanced(by: offset).millisecondsSinceEpoch % 86_400_000 == 0
  }

  /// `08:30`, or at midnight the day, such as `Tue 3`.
  private func label(of offset: Duration) -> String {
    let text = starts.advanced(by: offset).iso8601
    guard isMidnight(offset) else { return String(text.dropFirst(11).prefix(5)) }
    let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    let day = Int(starts.advanced(by: offset).millisecondsSinceEpoch / 86_400_000)
    return "\(weekdays[(day % 7 + 7) % 7]) \(text.dropFirst(8).prefix(2))"
  }
}
