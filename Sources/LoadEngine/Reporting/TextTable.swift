/// Rows of cells, each column as wide as its widest cell.
struct TextTable {
  enum Alignment { case leading, trailing }

  private let alignments: [Alignment]
  private var rows: [[String]] = []

  init(alignments: [Alignment]) { self.alignments = alignments }

  /// Adds a row of a cell for each column.
  mutating func append(_ cells: [String]) {
    precondition(cells.count == alignments.count, "a row of \(cells.count) cells")
    rows.append(cells)
  }

  /// The rows, two blanks between columns and none at the end of a line.
  var text: String {
    let widths = alignments.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in line(row, widths) + "\n" }.joined()
  }

  private func line(_ row: [String], _ widths: [Int]) -> String {
    let cells = row.indices.map { column in
      let filling = String(repeating: " ", count: widths[column] - row[column].count)
      return alignments[column] == .leading ? row[column] + filling : filling + row[column]
    }
    let line = cells.joined(separator: "  ")
    return String(line.prefix(upTo: line.lastIndex { $0 != " " }.map(line.index(after:)) ?? line.startIndex))
  }
}
