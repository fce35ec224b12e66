import Determinism
public import Scenarios

/// A day as a picture: people, meetings and recordings over time, as SVG.
///
/// The same day gives the same bytes. Colours follow the reader's light or dark setting.
public struct DayChart: Sendable {
  private let title: String
  private let about: String
  private let starts: SimulatedInstant
  private let grid: DayTable.Grid
  private let rows: [DayTable.Row]

  /// About as many moments as a picture of this width can show.
  private static let moments: Int64 = 288

  /// Plays the day once through.
  public init(of scenario: Scenario, seed: UInt64? = nil, until: Duration? = nil) {
    var grid = DayTable.Grid(for: scenario)
    grid.until = until ?? grid.until
    // Whole seconds, so that the moments are ones that somebody could ask about.
    let step = max(1000, grid.until.milliseconds / Self.moments / 1000 * 1000)
    grid.every = .milliseconds(step)
    title = scenario.name
    about = scenario.about
    starts = scenario.starts
    self.grid = grid
    rows = DayTable(of: scenario, seed: seed, grid: grid, changes: false).rows
  }

  /// The picture, with a line feed at the end.
  public var svg: String {
    let panels = self.panels
    let height = Layout.top + panels.count * Layout.panelStep
    var svg = SVGText()
    svg.open(width: Layout.width, height: height, title: "\(title): \(about)")
    svg.line("<style>\(ChartStyle.css)</style>")
    svg.line(#"<rect class="card" width="\#(Layout.width)" height="\#(height)" rx="14"/>"#)
    svg.text(title, x: Layout.left, y: 38, class: "title")
    svg.text(about, x: Layout.left, y: 60, class: "about")
    let axis = TimeAxis(starts: starts, span: grid.until)
    for (index, panel) in panels.enumerated() {
      panel.draw(into: &svg, y: Layout.top + index * Layout.panelStep, axis: axis)
    }
    axis.drawLabels(into: &svg, y: height - 18)
    svg.line("</svg>")
    return svg.text
  }

  private var panels: [ChartPanel] {
    let people = ChartPanel(
      "People", offsets: rows.map(\.offset),
      [
        .area("microphones", "a", rows.map(\.speaking)), .area("listening", "b", rows.map(\.listening)),
        .area("silent", "c", rows.map { max(0, $0.people - $0.speaking - $0.listening) }),
        .line("camera streams", "d", rows.map(\.cameras)),
      ])
    let meetings = ChartPanel(
      "Meetings", offsets: rows.map(\.offset),
      [.area("meetings", "e", rows.map(\.meetings)), .area("breakout rooms", "f", rows.map(\.breakoutRooms))])
    let work = ChartPanel(
      "Recordings in work", offsets: rows.map(\.offset),
      [.area("unprocessed and processing", "g", rows.map(\.recordingsInWork))])
    let published = ChartPanel(
      "Recordings published", offsets: rows.map(\.offset),
      [.line("published", "h", rows.map(\.recordingsPublished))])
    return [people, meetings, work, published].filter { !$0.isEmpty }
  }
}

/// Where things stand, in pixels.
enum Layout {
  static let width = 960
  static let left = 72
  static let right = 24
  static let top = 84
  static let panelHeight = 120
  static let panelStep = 176
  static var plotWidth: Int { width - left - right }
}

/// Colours that keep apart for most eyes (Okabe and Ito), light and dark.
enum ChartStyle {
  static let css = """
    text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;font-size:12px;fill:#57606a}\
    .card{fill:#fff}.title{font-size:22px;font-weight:650;fill:#1f2328}.about{font-size:14px}\
    .panel{font-size:14px;font-weight:600;fill:#1f2328}.grid{stroke:#d8dee4;stroke-width:1}\
    .midnight{stroke:#afb8c1;stroke-width:1;stroke-dasharray:3 3}.num{text-anchor:end}.mid{text-anchor:middle}\
    .a{fill:#d55e00}.b{fill:#0072b2}.c{fill:#9fc5e8}.e{fill:#009e73}.f{fill:#7fd1b9}.g{fill:#e69f00}\
    .area{fill-opacity:.85}.line{fill:none;stroke-width:2;stroke-linejoin:round}\
    .d.line{stroke:#7b3fa0}.h.line{stroke:#009e73}.d.key{fill:#7b3fa0}.h.key{fill:#009e73}\
    @media (prefers-color-scheme:dark){text{fill:#9198a1}.card{fill:#0d1117}.title,.panel{fill:#f0f6fc}\
    .grid{stroke:#30363d}.midnight{stroke:#656c76}.d.line{stroke:#c297e8}.d.key{fill:#c297e8}}
    """
}
