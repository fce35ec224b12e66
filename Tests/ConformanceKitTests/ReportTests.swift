import ConformanceKit
import TestSupport
import Testing

struct ReportTests {
  @Test(arguments: [
    ("report.txt", ConsoleReport() as any ReportFormat), ("report-colour.txt", ConsoleReport(inColour: true)),
    ("junit.xml", JUnitReport()), ("report.json", JSONReport()), ("summary.md", MarkdownReport()),
    ("report.html", HTMLReport()),
  ])
  func `a report with every verdict and hostile texts is golden`(name: String, format: any ReportFormat)
    throws
  {
    try golden.expect(format.text(of: HostileReport.redacted), is: name)
  }

  @Test(arguments: [
    ("empty.txt", ConsoleReport() as any ReportFormat), ("empty.xml", JUnitReport()),
    ("empty.json", JSONReport()),
    ("empty.md", MarkdownReport()), ("empty.html", HTMLReport()),
  ])
  func `a report of an interrupted run without a case is golden`(name: String, format: any ReportFormat)
    throws
  {
    let report = RunReport(.plain, results: [], elapsed: .zero, wasInterrupted: true)
    try golden.expect(format.text(of: RedactedReport(report, by: Redactor(secrets: []))), is: name)
  }

  @Test(arguments: [
    ("load.txt", ConsoleReport() as any ReportFormat), ("load.xml", JUnitReport()),
    ("load.json", JSONReport()),
    ("load.md", MarkdownReport()), ("load.html", HTMLReport()),
  ])
  func `a report with figures, plots and exhibits is golden`(name: String, format: any ReportFormat) throws {
    try golden.expect(format.text(of: LoadReport.redacted), is: name)
  }

  @Test(arguments: [
    ("odd.txt", ConsoleReport() as any ReportFormat), ("odd.xml", JUnitReport()),
    ("odd.md", MarkdownReport()),
    ("odd.html", HTMLReport()),
  ])
  func `a report of odd evidence is golden`(name: String, format: any ReportFormat) throws {
    try golden.expect(format.text(of: OddReport.redacted), is: name)
  }

  @Test(arguments: [(1, 12), (3, 12), (4, 5)])
  func `of many failing cases the console tells how each begins`(cases: Int, told: Int) {
    var report = RunReport.of(Array(repeating: .failed, count: cases))
    let results = report.results.map { result in
      var result = result
      result.findings = (1...12).map { Finding(.breach, "defect \($0)") }
      return result
    }
    report = RunReport(.plain, results: results, elapsed: .zero)
    let text = ConsoleReport().text(of: RedactedReport(report, by: Redactor(secrets: [])))
    #expect(text.split(separator: "\n").count { $0.contains(". defect") } == cases * told)
    #expect(text.contains("… and 7 more") == (told == 5))
  }

  @Test func `what is piped has no control characters but line feeds`() {
    for format in [ConsoleReport(), JUnitReport(), JSONReport(), MarkdownReport(), HTMLReport()]
      as [any ReportFormat]
    {
      for report in [HostileReport.redacted, OddReport.redacted] {
        let controls = format.text(of: report).unicodeScalars.filter {
          $0 != "\n"
            && ($0.properties.generalCategory == .control || $0.properties.generalCategory == .format)
        }
        #expect(controls.isEmpty)
      }
    }
  }

  @Test(arguments: [1, 40, 60, 100]) func `no line of the table wraps at a terminal`(columns: Int) {
    let text = ConsoleReport(columns: columns).text(of: LoadReport.redacted)
    let table = text.split(separator: "\n\n")[1].split(separator: "\n")
    #expect(table.count == 5)
    let least = "passed   recommended  0.840 s  load/memory-over-a-soak  …".count
    for line in table { #expect(line.count <= max(columns, least)) }
  }

  @Test func `the command to run a case again is never cut`() {
    var facts = RunFacts.plain
    facts.command = String(repeating: "exporter ", count: 200)
    let result = CaseResult(
      of: StubCheck(slug: "a/b"), outcome: .blocked("x"), duration: .zero, rerun: facts.rerun(of: "a/b"))
    let report = RedactedReport(
      RunReport(facts, results: [result], elapsed: .zero), by: Redactor(secrets: []))
    for format in [ConsoleReport(), JSONReport(), MarkdownReport(), HTMLReport()] as [any ReportFormat] {
      #expect(format.text(of: report).contains(facts.rerun(of: "a/b")))
    }
  }

  @Test func `a warning fails in the JUnit file of a strict run only`() {
    let lenient = JUnitReport().text(of: RedactedReport(.of([.warned]), by: Redactor(secrets: [])))
    let strict = JUnitReport().text(
      of: RedactedReport(.of([.warned], isStrict: true), by: Redactor(secrets: [])))
    #expect(lenient.contains("failures=\"0\"") && !lenient.contains("<failure"))
    #expect(strict.contains("failures=\"1\"") && strict.contains("<failure"))
  }
}

struct SecondOpinionTests {
  @Test func `xmllint accepts the JUnit file and reads its numbers`() throws {
    let xml = JUnitReport().text(of: HostileReport.redacted)
    let accepted = try Tool.run(["xmllint", "--noout", "--nonet"], on: xml)
    #expect(accepted.status == 0, "\(accepted.output)")
    let sums =
      "concat(/testsuites/@tests, ' ', count(//testcase), ' ', /testsuites/@failures, ' ', count(//failure), "
      + "' ', /testsuites/@errors, ' ', count(//error), ' ', sum(//testsuite/@skipped), ' ', count(//skipped))"
    #expect(try Tool.run(["xmllint", "--xpath", sums], on: xml).output == "7 7 1 1 2 2 2 2\n")
  }

  /// - Source: junit-10.xsd of Jenkins's xUnit plug-in, which refuses a whole file for one stranger.
  @Test(arguments: [HostileReport.redacted, LoadReport.redacted, OddReport.redacted])
  func `the JUnit file has no element or attribute that Jenkins's schema does not know`(
    report: RedactedReport
  ) throws {
    let strangers = """
      concat(count(/testsuites/@*[not(contains(' name time tests failures errors ', concat(' ', name(), ' ')))]), ' ', \
      count(//testsuite/@*[not(contains(' name time timestamp tests failures errors skipped ', \
      concat(' ', name(), ' ')))]), ' ', count(//testcase/@*[not(contains(' classname name time ', \
      concat(' ', name(), ' ')))]), ' ', count(//testcase/*[not(self::skipped or self::error or self::failure or \
      self::system-out)]), ' ', count(/testsuites/*[not(self::testsuite)]), ' ', \
      count(//testsuite/*[not(self::properties or self::testcase)]))
      """
    let xml = JUnitReport().text(of: report)
    #expect(try Tool.run(["xmllint", "--xpath", strangers], on: xml).output == "0 0 0 0 0 0\n")
  }

  @Test func `Python accepts the JSON file and reads back the hostile text`() throws {
    let json = JSONReport().text(of: HostileReport.redacted)
    let accepted = try Tool.run(["python3", "-m", "json.tool"], on: json)
    #expect(accepted.status == 0, "\(accepted.output)")
    let program = """
      import json, sys
      results = json.load(open(sys.argv[1]))["results"]
      text = [r for r in results if r["verdict"] == "failed"][0]["findings"][1]["actual"]
      print(text.startswith("\\x1b[2J\\x1b[31mred\\r\\n```\\n"), "\\ufffe\\u202edesrever\\u2028end\\n" in text)
      """
    #expect(try Tool.run(["python3", "-c", program], on: json).output == "True True\n")
  }
}
