import Determinism

extension DayTable {
  /// The table with aligned columns, a heading, and a line feed after each row.
  public var text: String {
    let cells = [Self.heading] + rows.map(\.cells)
    let widths = Self.heading.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
    return cells.map { Self.line($0, widths: widths) + "\n" }.joined()
  }

  private static let heading = [
    "at", "meetings", "breakouts", "people", "listening", "speaking", "cameras", "in work", "published", "",
  ]

  /// Numbers to the right, words to the left, nothing behind the last word.
  private static func line(_ cells: [String], widths: [Int]) -> String {
    var line = ""
    for (column, cell) in cells.enumerated() {
      let padding = String(repeating: " ", count: widths[column] - cell.count)
      line += column == cells.count - 1 ? "  " + cell : (column == 0 ? cell + padding : "  " + padding + cell)
    }
    while line.last == " " { line.removeLast() }
    return line
  }
}

extension DayTable.Row {
  fileprivate var cells: [String] {
    let numbers = [
      meetings, breakoutRooms, people, listening, speaking, cameras, recordingsInWork, recordingsPublished,
    ]
    return [offset.scenarioText] + numbers.map(String.init) + [changes]
  }
}
