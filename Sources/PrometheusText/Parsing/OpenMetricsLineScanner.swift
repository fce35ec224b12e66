/// Reads a line of OpenMetrics 1.0, whose parts are separated by exactly one space.
///
/// - Source: OpenMetrics 1.0, "ABNF".
enum OpenMetricsLineScanner {
  static func content(of line: ArraySlice<UInt8>) throws(LineFault) -> LineContent {
    var cursor = LineCursor(line)
    switch cursor.next {
    case nil: throw cursor.fault("a blank line")
    case .hash: return try descriptor(&cursor)
    default: return try sample(&cursor)
    }
  }

  private static func descriptor(_ cursor: inout LineCursor) throws(LineFault) -> LineContent {
    if cursor.rest.elementsEqual("# EOF".utf8) { return .endOfFile }
    if cursor.take(word: "# HELP ") {
      let name = try describedName(&cursor)
      return .help(
        name: name, text: try cursor.takeRest(unescapingQuotes: true), hasUnknownEscape: false)
    }
    if cursor.take(word: "# TYPE ") { return try type(&cursor) }
    if cursor.take(word: "# UNIT ") {
      return .unit(name: try describedName(&cursor), unit: try unit(&cursor))
    }
    throw cursor.fault("a comment other than HELP, TYPE, UNIT and EOF")
  }

  private static func describedName(_ cursor: inout LineCursor) throws(LineFault) -> String {
    let name = try cursor.takeMetricName()
    try cursor.expect(.space, "expected a single space after the metric name")
    return name
  }

  private static func type(_ cursor: inout LineCursor) throws(LineFault) -> LineContent {
    let name = try describedName(&cursor)
    let word = String(decoding: cursor.rest, as: UTF8.self)
    guard let type = MetricType(keyword: word, in: .openMetrics) else {
      throw cursor.fault("expected a type: \(MetricType.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return .type(name: name, type: type)
  }

  private static func unit(_ cursor: inout LineCursor) throws(LineFault) -> String {
    guard cursor.rest.allSatisfy({ $0.startsLabelName || $0 == .colon || $0.isDigit }) else {
      throw cursor.fault("a unit with characters that no metric name has")
    }
    return String(decoding: cursor.rest, as: UTF8.self)
  }

  private static func sample(_ cursor: inout LineCursor) throws(LineFault) -> LineContent {
    let name = try cursor.takeMetricName()
    let labels = cursor.next == .openingBrace ? try cursor.takeLabels(.exact) : []
    try cursor.takeGap(.exact, before: "a value")
    var sample = Sample(labels: labels, value: try cursor.takeNumber("a value"))
    if !cursor.isAtEnd, !cursor.rest.starts(with: " #".utf8) {
      sample.timestamp = try timestamp(&cursor)
    }
    if !cursor.isAtEnd { sample.exemplar = try exemplar(&cursor) }
    return .sample(name: name, sample: sample, hasUnknownEscape: false)
  }

  private static func exemplar(_ cursor: inout LineCursor) throws(LineFault) -> Exemplar {
    guard cursor.take(word: " # ") else { throw cursor.fault("expected the end of the line or an exemplar") }
    var exemplar = Exemplar(labels: try cursor.takeLabels(.exact), value: 0)
    try cursor.takeGap(.exact, before: "the exemplar's value")
    exemplar.value = try cursor.takeNumber("an exemplar's value")
    if !cursor.isAtEnd { exemplar.timestamp = try timestamp(&cursor) }
    guard cursor.isAtEnd else { throw cursor.fault("expected the end of the line after the exemplar") }
    return exemplar
  }

  /// Seconds, with or without a fraction.
  private static func timestamp(_ cursor: inout LineCursor) throws(LineFault) -> Double {
    try cursor.takeGap(.exact, before: "a timestamp")
    let start = cursor.position
    let seconds = try cursor.takeNumber("a timestamp")
    guard seconds.isFinite else { throw cursor.fault("a timestamp that is no moment", at: start) }
    return seconds
  }
}
