import Determinism

/// One plot of a picture: areas that lie on one another, and lines over them.
struct ChartPanel {
  /// One number over time.
  struct Series {
    var name: String
    /// The class that colours it.
    var colour: String
    var values: [Int]
    var isArea: Bool

    static func area(_ name: String, _ colour: String, _ values: [Int]) -> Series {
      Series(name: name, colour: colour, values: values, isArea: true)
    }

    static func line(_ name: String, _ colour: String, _ values: [Int]) -> Series {
      Series(name: name, colour: colour, values: values, isArea: false)
    }
  }

  let title: String
  private let offsets: [Duration]
  private let series: [Series]
  private let scale: ChartScale

  init(_ title: String, offsets: [Duration], _ series: [Series]) {
    self.title = title
    self.offsets = offsets
    self.series = series.filter { $0.values.contains { $0 > 0 } }
    let areas = self.series.filter(\.isArea)
    let stacked = offsets.indices.map { row in areas.reduce(0) { $0 + $1.values[row] } }
    let lines = self.series.filter { !$0.isArea }.flatMap(\.values)
    let hasAreas = !areas.isEmpty
    scale = ChartScale(
      from: hasAreas ? 0 : lines.min() ?? 0, to: max(stacked.max() ?? 0, lines.max() ?? 0))
  }

  /// Whether there is nothing to show.
  var isEmpty: Bool { series.isEmpty }

  func draw(into svg: inout SVGText, y: Int, axis: TimeAxis) {
    svg.text(title, x: Layout.left, y: y + 4, class: "panel")
    drawKeys(into: &svg, y: y + 4)
    let top = y + 16
    for tick in scale.ticks {
      let line = top + Layout.panelHeight - scale.pixels(of: tick) / 10
      svg.rule(x1: Layout.left, y1: line, x2: Layout.width - Layout.right, y2: line, class: "grid")
      svg.text(ChartScale.grouped(tick), x: Layout.left - 8, y: line + 4, class: "num")
    }
    axis.drawRules(into: &svg, y: top, height: Layout.panelHeight)
    drawAreas(into: &svg, bottom: (top + Layout.panelHeight) * 10, axis: axis)
    for line in series where !line.isArea {
      let points = offsets.indices.map { row in
        (axis.tenths(of: offsets[row]), (top + Layout.panelHeight) * 10 - scale.pixels(of: line.values[row]))
      }
      svg.path(points, closed: false, class: "line \(line.colour)")
    }
  }

  /// Each area lies on those before it.
  private func drawAreas(into svg: inout SVGText, bottom: Int, axis: TimeAxis) {
    var base = offsets.map { _ in 0 }
    for area in series where area.isArea {
      let top = zip(base, area.values).map(+)
      let outline =
        offsets.indices.map { (axis.tenths(of: offsets[$0]), bottom - scale.pixels(of: top[$0])) }
        + offsets.indices.reversed().map {
          (axis.tenths(of: offsets[$0]), bottom - scale.pixels(of: base[$0]))
        }
      svg.path(outline, closed: true, class: "area \(area.colour)")
      base = top
    }
  }

  private func drawKeys(into svg: inout SVGText, y: Int) {
    var x = Layout.width - Layout.right
    for one in series.reversed() {
      // The text's width is a guess; it only has to keep the keys apart.
      x -= one.name.count * 7
      svg.text(one.name, x: x, y: y, class: "key-text")
      svg.line(
        #"<rect class="\#(one.colour) key" x="\#(x - 16)" y="\#(y - 10)" width="11" height="11" rx="3"/>"#)
      x -= 34
    }
  }
}

/// Numbers to heights, with round numbers beside the plot.
struct ChartScale {
  private let low: Int
  private let high: Int
  private let step: Int

  init(from low: Int, to high: Int) {
    let wanted = max(1, (high - low + 3) / 4)
    var size = 1
    while size * 10 <= wanted { size *= 10 }
    let step = [1, 2, 5, 10].map { $0 * size }.first { $0 >= wanted } ?? size * 10
    self.step = step
    self.low = low / step * step
    self.high = max((high + step - 1) / step * step, self.low + step)
  }

  var ticks: [Int] { Array(stride(from: low, through: high, by: step)) }

  /// The height of a number, in tenths of pixels.
  func pixels(of value: Int) -> Int { (value - low) * Layout.panelHeight * 10 / (high - low) }

  /// With a comma after each three digits.
  static func grouped(_ number: Int) -> String {
    let digits = Array(String(number))
    return digits.enumerated().map { index, digit in
      (index > 0 && (digits.count - index) % 3 == 0 ? "," : "") + String(digit)
    }.joined()
  }
}
