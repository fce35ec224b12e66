import Foundation
import PrometheusText
import TestSupport
import Testing

/// The parsers of prometheus_client beside ours.
///
/// PYTHON_WITH_PROMETHEUS_CLIENT names the interpreter, else `python3`; without the package the tests are
/// cancelled, which the test run shows.
@Suite struct `Second opinion of prometheus_client` {
  private struct Job: Encodable {
    var format: String
    var page: String

    init(_ page: [UInt8], _ format: ExpositionFormat) {
      self.format = format.rawValue
      self.page = String(decoding: page, as: UTF8.self)
    }
  }

  @Test(arguments: ExpositionFormat.allCases)
  func `it reads the golden page as we do`(format: ExpositionFormat) throws {
    let name = format == .text ? "contract.text.prom" : "contract.openmetrics.prom"
    let page = try fixtures.bytes(name)
    let answers = try ask([Job(page, format)])
    let theirs = try #require(answers[0], "refused \(name)")
    #expect(theirs.map(\.line) == Self.lines(try ExpositionParser.parse(page, as: format)))
  }

  @Test(arguments: ExpositionFormat.allCases)
  func `it reads random label values and numbers as we wrote them`(format: ExpositionFormat) throws {
    let families = (UInt64(0)..<300).map(Self.gauges)
    let pages = families.map { ExpositionWriter.bytes(of: $0, as: format) }
    for (answer, (seed, family)) in zip(try ask(pages.map { Job($0, format) }), families.enumerated()) {
      let theirs = try #require(answer, "refused the page of seed \(seed)")
      try #require(theirs.map(\.line) == Self.lines(family), "seed \(seed)")
    }
  }

  @Test func `it accepts and refuses the same OpenMetrics pages`() throws {
    let good = OpenMetricsPages.good
    let bad = OpenMetricsPages.bad.map(\.page).filter { !Self.acceptedThereOnly.contains($0) }
    let answers = try ask((good + bad).map { Job([UInt8]($0.utf8), .openMetrics) })
    for (page, answer) in zip(good, answers) where !Self.refusedThereOnly.contains(page) {
      #expect(answer != nil, "refused there: \(page)")
    }
    for (page, answer) in zip(bad, answers.dropFirst(good.count)) {
      #expect(answer == nil, "accepted there: \(page)")
    }
  }

  /// Pages that its parser, laxer than the specification as it says itself, lets pass.
  private static let acceptedThereOnly: Set<String> = [
    "a {b=\"c\"} 1\n# EOF\n", "a{b=\"c\", d=\"e\"} 1\n# EOF\n", "a{b =\"c\"} 1\n# EOF\n",
    "# TYPE  a gauge\n# EOF\n",
  ]

  /// It loses count of the quotes when an exemplar has an escaped one.
  private static let refusedThereOnly: Set<String> = [
    "# TYPE a histogram\na_bucket{le=\"+Inf\"} 1 # {x=\"\\\"\"} 1\n# EOF\n"
  ]

  private static func gauges(seed: UInt64) -> [MetricFamily] {
    var random = SeededGenerator(seed: seed)
    return [
      .gauge(
        "a", help: "",
        values: (0..<4).map { number in
          (
            [Label("n", "\(number)"), Label("x", RandomFamilies.text(&random))], RandomFamilies.value(&random)
          )
        })
    ]
  }

  private static func lines(_ families: [MetricFamily]) -> [String] {
    families.flatMap { family in
      family.samples.map {
        line(
          family.name, "\(family.type)", family.name + $0.suffix, $0.labels.map { ($0.name, $0.value) },
          $0.value)
      }
    }
  }

  fileprivate static func line(
    _ family: String, _ type: String, _ name: String, _ labels: [(String, String)], _ value: Double
  ) -> String {
    let labels = labels.sorted { $0.0 < $1.0 }.map { "\($0.0)=\(Array($0.1.utf8))" }
    return "\(family) \(type) \(name) \(labels) \(value.isNaN ? "NaN" : "\(value.bitPattern)")"
  }

  private func ask(_ jobs: [Job]) throws -> [[TheirSample]?] {
    let environment = ProcessInfo.processInfo.environment
    let python = environment["PYTHON_WITH_PROMETHEUS_CLIENT"] ?? "python3"
    guard try OutsideCommand(python, "-c", "import prometheus_client").run().status == 0
    else {
      try Test.cancel("\(python) has no prometheus_client: pip install prometheus-client")
    }
    let script = fixtures.url.appending(path: "second_opinion.py").path
    let answer = try OutsideCommand(python, script).run(input: JSONEncoder().encode(jobs))
    try #require(answer.status == 0, "\(answer.errors)")
    return try JSONDecoder().decode([[TheirSample]?].self, from: answer.output)
  }
}

/// One sample as the script prints it.
private struct TheirSample: Decodable {
  let line: String

  init(from decoder: any Decoder) throws {
    var values = try decoder.unkeyedContainer()
    let family = try values.decode(String.self)
    let type = try values.decode(String.self)
    let name = try values.decode(String.self)
    let labels = try values.decode([String: String].self)
    let value = Double(try values.decode(String.self)) ?? .nan
    line = `Second opinion of prometheus_client`.line(
      family, type, name, labels.map { ($0.key, $0.value) }, value)
  }
}
