/// A plot as a figure of the page: inline SVG without script, coloured by the page's style, described in words.
struct PlotPicture {
  let plot: Plot
  /// What no other picture of the page is called.
  let id: String

  /// How many points of a course are drawn: two for each column of pixels, about.
  private static let mostPoints = 600
  /// How many courses are drawn.
  private static let mostLines = 8

  private var lines: ArraySlice<Plot.Line> { plot.lines.prefix(PlotPicture.mostLines) }

  var markup: Markup {
    let frame = PlotFrame(plot)
    return """
      <figure class="plot">
      <figcaption>\(plot.title)</figcaption>
      <svg viewBox="0 0 \(Int(PlotFrame.width)) \(Int(PlotFrame.height))" role="img" aria-labelledby="\(id)-title \(id)-text">
      <title id="\(id)-title">\(plot.title)</title>
      <desc id="\(id)-text">\(PlotWords(plot).text)</desc>
      \(grid(frame))
      \(names(frame))
      \(lines.enumerated().map { course($1, number: $0, frame) })
      \(limit(frame))\(emptiness)
      </svg>
      \(legend)
      </figure>
      """
  }

  private func grid(_ frame: PlotFrame) -> Markup {
    let (left, right) = (PlotFrame.text(frame.left), PlotFrame.text(frame.right))
    let rows: [Markup] = frame.y.ticks.map { tick in
      let y = frame.up(tick)
      return """
        <path class="\(tick == 0 ? "axis" : "grid")" d="M\(left) \(y)H\(right)"/>\
        <text x="\(PlotFrame.text(frame.left - 5))" y="\(y)" dy=".35em" text-anchor="end">\(frame.y.label(tick))</text>
        """
    }
    let columns: [Markup] = frame.x.ticks.map { tick in
      """
      <text x="\(frame.across(tick))" y="\(PlotFrame.text(frame.bottom + 14))" text-anchor="middle">\
      \(frame.x.label(tick))</text>
      """
    }
    return "\(rows + columns)"
  }

  private func names(_ frame: PlotFrame) -> Markup {
    """
    <text class="name" x="0" y="10">\(plot.y.caption)</text>
    <text class="name" x="\(PlotFrame.text(frame.right))" y="\(PlotFrame.text(PlotFrame.height - 5))" \
    text-anchor="end">\(plot.x.caption)</text>
    """
  }

  /// A course; a point without neighbours, which has no length, is a dot.
  private func course(_ line: Plot.Line, number: Int, _ frame: PlotFrame) -> Markup {
    let stretches = line.stretches(most: PlotPicture.mostPoints)
    let path = stretches.filter { $0.count > 1 }.map { points in
      "M" + points.map { "\(frame.across($0.x)) \(frame.up($0.y))" }.joined(separator: "L")
    }
    let dots: [Markup] = stretches.filter { $0.count == 1 }.flatMap(\.self).map {
      "<circle class=\"line-\(number)\" cx=\"\(frame.across($0.x))\" cy=\"\(frame.up($0.y))\" r=\"2.5\"/>"
    }
    let drawn: [Markup] = path.isEmpty ? [] : ["<path class=\"line-\(number)\" d=\"\(path.joined())\"/>"]
    return "\(drawn + dots)"
  }

  /// A picture without a course says so, or it would look broken.
  private var emptiness: Markup {
    guard lines.allSatisfy({ $0.stretches(most: 1).isEmpty }) else { return .empty }
    let (x, y) = (PlotFrame.text(PlotFrame.width / 2), PlotFrame.text(PlotFrame.height / 2))
    return "\n<text x=\"\(x)\" y=\"\(y)\" text-anchor=\"middle\">nothing was measured</text>"
  }

  private func limit(_ frame: PlotFrame) -> Markup {
    guard let limit = plot.limit, limit.isFinite else { return .empty }
    let right = PlotFrame.text(frame.right)
    guard limit >= frame.y.low, limit <= frame.y.high else {
      return
        "<text class=\"limit\" x=\"\(right)\" y=\"10\" text-anchor=\"end\">limit \(limit.readable) ↑</text>"
    }
    let y = frame.up(limit)
    let above = PlotFrame.text((Double(y) ?? frame.top) - 4)
    return """
      <path class="limit" d="M\(PlotFrame.text(frame.left)) \(y)H\(right)"/>\
      <text class="limit" x="\(PlotFrame.text(frame.left + 3))" y="\(above)">limit \(limit.readable)</text>
      """
  }

  /// One course is named by the picture itself.
  private var legend: Markup {
    guard plot.lines.count > 1 else { return .empty }
    let entries: [Markup] = lines.enumerated().map { "<li><i class=\"line-\($0)\"></i>\($1.name)</li>" }
    let surplus = plot.lines.count - lines.count
    let rest: [Markup] = surplus > 0 ? ["<li>\(surplus) more in report.json</li>"] : []
    return "<ul class=\"key\">\(Markup(joining: entries + rest, separator: ""))</ul>"
  }
}

extension Plot.Axis {
  /// The name with its unit, short enough for the picture.
  fileprivate var caption: String {
    let text = unit.isEmpty ? name : "\(name), \(unit)"
    return text.count > 40 ? text.prefix(39) + "…" : text
  }
}
