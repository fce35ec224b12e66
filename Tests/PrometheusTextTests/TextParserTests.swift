import PrometheusText
import Testing

@Suite struct `Parsing text` {
  private func parse(_ text: String) throws -> [MetricFamily] {
    try ExpositionParser.parse([UInt8](text.utf8), as: .text)
  }

  @Test(arguments: [
    "a 1\n", " \ta\t{ b = \"c\" , } 1\t-5 \n", "a{}1\n", "a{b=\"\"} +Inf 123\n",
    "a 1\n\n \t\n# x\n#HELP a b\n",
    "#\n# \n# HELP\n# HELP a\n# EOF\na 1\n", "a -.5e+3\n", "a 1.\n", "a infinity\n", "a nAn\n", "a +5\n",
    "a{b=\"\\q\\\"}\"} 1\n", "a:b{_c=\"d\"} 1\n", "# TYPE a gauge\na 1\nb 1\na{b=\"\"} 2\n",
    "# TYPE a gauge\n# TYPE a counter\na 1\n# HELP a x\n# HELP a y\n", "a 1\na 1\n", "",
  ])
  func `what Prometheus accepts is accepted`(page: String) throws {
    _ = try parse(page)
  }

  /// Page, line, column, and a part of the reason.
  @Test(
    arguments: [
      ("a 1", 1, nil, "no line feed"), ("a 1\nb 2", 2, nil, "no line feed"),
      ("a\n", 1, 2, "expected a value"),
      ("a 1 x\n", 1, 5, "milliseconds"), ("a 1 1.5\n", 1, 5, "milliseconds"),
      ("a 1 1 1\n", 1, 7, "end of the line"),
      ("a 0x10\n", 1, 3, "not a number"), ("a 1_000\n", 1, 3, "not a number"),
      ("a 1,5\n", 1, 3, "not a number"),
      ("a +nan\n", 1, 3, "not a number"), ("a 1e999\n", 1, 3, "out of range"),
      ("a .\n", 1, 3, "not a number"),
      ("a 1\r\n", 1, 3, "not a number"), ("a-b 1\n", 1, 2, "no metric name has"),
      ("1a 1\n", 1, 1, "metric name"),
      ("{\"a\"} 1\n", 1, 1, "later formats"), ("a{\"b\"=\"c\"} 1\n", 1, 3, "quoted name"),
      ("a{b=\"c\" 1\n", 1, 9, "comma"), ("a{b=\"c} 1\n", 1, 5, "closing quote"),
      ("a{b=\"c\n\"} 1\n", 1, 5, "quote"),
      ("a{b=\"c\\\"} 1\n", 1, 5, "closing quote"), ("a{b=c} 1\n", 1, 5, "double quote"),
      ("a{b} 1\n", 1, 4, "equals"),
      ("a{,} 1\n", 1, 3, "label name"), ("a{b=\"c\",,} 1\n", 1, 9, "label name"),
      ("a{b:c=\"d\"} 1\n", 1, 4, "equals"),
      ("a{b=\"c\",b=\"d\"} 1\n", 1, 9, "second time"), ("a{__name__=\"b\"} 1\n", 1, 3, "reserved"),
      ("# TYPE a\n", 1, 9, "expected counter"), ("# TYPE a info\n", 1, 10, "expected counter"),
      ("# TYPE a gauge \n", 1, 10, "expected counter"), ("# TYPE a-b gauge\n", 1, 9, "no metric name has"),
      ("# HELP \n", 1, 8, "metric name"), ("a 1 # {b=\"c\"} 1\n", 1, 5, "milliseconds"),
    ] as [(String, Int, Int?, String)])
  func `what breaks the grammar is refused with its place`(
    page: String, line: Int, column: Int?, reason: String
  ) throws {
    let error = try #require(throws: ExpositionError.self) { try parse(page) }
    #expect(error.line == line)
    #expect(error.column == column)
    #expect(error.reason.contains(reason), "\(error)")
  }

  @Test func `invalid UTF-8 is refused in values and passed over in comments`() throws {
    let error = #expect(throws: ExpositionError.self) {
      try ExpositionParser.parse([UInt8]("a{b=\"".utf8) + [0xFF] + [UInt8]("\"} 1\n".utf8), as: .text)
    }
    #expect(error?.kind == .invalidUTF8)
    #expect(error?.description == "line 1, column 5: a text that is not valid UTF-8: a{b=\"·\"} 1")
    #expect(try ExpositionParser.parse([UInt8]("# ".utf8) + [0xFF, 0x0A], as: .text) == [])
  }

  @Test func `samples go to the family that announced them`() throws {
    let page = """
      # HELP a_total of a
      # TYPE a_total counter
      a_total{x="1"} 2 1500
      # TYPE h histogram
      h_bucket{le="+Inf"} 1
      h_count 1
      h_sum 3
      h_max 3
      # TYPE s summary
      s{quantile="0.5"} 1
      s_count 1
      # TYPE c counter
      c 4
      c_total 5
      u_bucket{le="1"} 1
      # TYPE h_gcount gauge
      h_gcount 1

      """
    let families = try parse(page)
    #expect(families.map(\.name) == ["a", "h", "h_max", "s", "c", "c_total", "u_bucket", "h_gcount"])
    #expect(
      families.map(\.type)
        == [.counter, .histogram, .unknown, .summary, .counter, .unknown, .unknown, .gauge])
    #expect(families[0].help == "of a")
    #expect(
      families[0].samples == [Sample(suffix: "_total", labels: [Label("x", "1")], value: 2, timestamp: 1.5)])
    #expect(families[1].samples.map(\.suffix) == ["_bucket", "_count", "_sum"])
    #expect(families[3].samples.map(\.suffix) == ["", "_count"])
    #expect(families[4].samples.map(\.suffix) == [""])
  }
}
