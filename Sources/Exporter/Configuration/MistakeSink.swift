/// Where the readers of one file leave the mistakes they meet; all of them work in one task.
final class MistakeSink {
  /// The file as messages name it.
  let file: String
  private var collected: [ConfigurationMistake] = []
  private var seen: Set<ConfigurationMistake> = []

  /// Enough for anybody; a file that is wrong throughout fills neither memory nor terminal.
  static let limit = 200

  init(file: String) { self.file = file }

  /// Every mistake once, in the order of the file.
  var mistakes: [ConfigurationMistake] {
    collected.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
  }

  /// Whether there is room for more.
  var isFull: Bool { collected.count >= Self.limit }

  func report(line: Int, column: Int, _ summary: String, fix: String) {
    let mistake = ConfigurationMistake(file: file, line: line, column: column, summary: summary, fix: fix)
    // An anchor that is used twice is read twice, and so are its mistakes.
    if !isFull, seen.insert(mistake).inserted { collected.append(mistake) }
  }
}
