/// Reads a line of text 0.0.4.
///
/// It takes what Prometheus takes: blank lines, comments, spaces and tabs around everything, a comma at the end of
/// a label set, unknown escapes. Beyond Prometheus it refuses a line feed inside of a label value, because the
/// format is made of lines.
enum TextLineScanner {
  static func content(of line: ArraySlice<UInt8>) throws(LineFault) -> LineContent {
    var cursor = LineCursor(line)
    cursor.skipBlanks()
    switch cursor.next {
    case nil: return .blank
    case .hash: return try comment(&cursor)
    default: return try sample(&cursor)
    }
  }

  private static func comment(_ cursor: inout LineCursor) throws(LineFault) -> LineContent {
    _ = cursor.take(.hash)
    guard cursor.skipBlanks() else { return .comment }
    let keyword = cursor.takeWord()
    let isHelp = keyword.elementsEqual("HELP".utf8)
    guard isHelp || keyword.elementsEqual("TYPE".utf8), cursor.skipBlanks() else { return .comment }
    let name = try cursor.takeMetricName()
    guard cursor.isAtEnd || cursor.next?.isBlank == true else {
      throw cursor.fault("a character that no metric name has")
    }
    return isHelp ? try help(of: name, &cursor) : try type(of: name, &cursor)
  }

  private static func help(of name: String, _ cursor: inout LineCursor) throws(LineFault) -> LineContent {
    if !cursor.take(.space) { _ = cursor.take(.tab) }
    let text = try cursor.takeRest(unescapingQuotes: false)
    return .help(name: name, text: text, hasUnknownEscape: cursor.hasUnknownEscape)
  }

  private static func type(of name: String, _ cursor: inout LineCursor) throws(LineFault) -> LineContent {
    cursor.skipBlanks()
    let start = cursor.position
    let word = String(decoding: cursor.rest, as: UTF8.self)
    guard let type = MetricType(keyword: word, in: .text) else {
      throw cursor.fault("expected counter, gauge, histogram, summary or untyped", at: start)
    }
    return .type(name: name, type: type)
  }

  private static func sample(_ cursor: inout LineCursor) throws(LineFault) -> LineContent {
    let name = try cursor.takeMetricName()
    let hasGap = cursor.skipBlanks()
    let hasLabels = cursor.next == .openingBrace
    let labels = hasLabels ? try cursor.takeLabels(.free) : []
    if !hasLabels && !hasGap && !cursor.isAtEnd {
      throw cursor.fault("a character that no metric name has")
    }
    try cursor.takeGap(.free, before: "a value")
    var sample = Sample(labels: labels, value: try cursor.takeNumber("a value"))
    cursor.skipBlanks()
    if !cursor.isAtEnd { sample.timestamp = try timestamp(&cursor) }
    return .sample(name: name, sample: sample, hasUnknownEscape: cursor.hasUnknownEscape)
  }

  /// Milliseconds as an integer, then nothing but blanks.
  private static func timestamp(_ cursor: inout LineCursor) throws(LineFault) -> Double {
    let start = cursor.position
    let word = cursor.takeWord()
    guard let milliseconds = Int64(String(decoding: word, as: UTF8.self)) else {
      throw cursor.fault("a timestamp that is not a whole number of milliseconds", at: start)
    }
    cursor.skipBlanks()
    guard cursor.isAtEnd else { throw cursor.fault("expected the end of the line after the timestamp") }
    return Double(milliseconds) / 1000
  }
}
