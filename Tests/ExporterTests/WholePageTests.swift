import Foundation
import PrometheusText
import Synchronization
import TestSupport
import Testing

@testable import Exporter

/// Pages with everything switched on, against the table of metrics and against other programs.
@Suite(.timeLimit(.minutes(5))) struct WholePageTests {
  private static let everything = [
    "MEETING_SERIES": "true", "MEETING_SERIES_NAMES": "true", "BBB_VERSION_READ_FROM_DISK": "true",
    "RECORDINGS_REFRESH_SECONDS": "300",
  ]
  private static let fromDisk = everything.merging([
    "RECORDINGS_METRICS_READ_FROM_DISK": "true", "BBB_DIRECTORY": "/bbb",
  ]) { $1 }

  private var files: FakeFiles {
    var files = FakeFiles(["published/presentation/r1", "recording/status/sanity/r2.done"], under: "/bbb/")
    files.files["/etc/bigbluebutton/bigbluebutton-release"] = "BIGBLUEBUTTON_RELEASE=3.0.4\n"
    return files
  }

  /// A page of a server that says its time, with the exporter as a process at its end.
  private func page(_ environment: [String: String], as format: ExpositionFormat) async throws -> [UInt8] {
    let body = try golden.text("getMeetings.xml")
    let head =
      "HTTP/1.1 200 OK\r\nDate: Mon, 02 Mar 2026 09:00:00 GMT\r\nContent-Length: \(body.utf8.count)\r\n\r\n"
    let collected = Mutex<[UInt8]>([])
    try await withBench(environment, files: files) { bench in
      bench.fake.reply(to: "/getMeetings", .bytes(head + body, thenClose: false))
      let page = await bench.scraper.page(for: ScrapeRequest(as: format))
      collected.withLock { $0 = page }
    }
    return collected.withLock { $0 }
  }

  private var processFamilies: [MetricFamily] {
    ProcessCollector().families(of: OwnProcess(started: 1_772_438_000))
  }

  private func families(_ environment: [String: String], as format: ExpositionFormat) async throws
    -> [MetricFamily]
  {
    let own = ExpositionWriter.bytes(of: processFamilies, as: format)
    return try ExpositionParser.parse(try await page(environment, as: format), as: format)
      + ExpositionParser.parse(own, as: format)
  }

  @Test(arguments: [everything, fromDisk])
  func `every family stands in the table, with its type, help, unit and labels`(
    _ environment: [String: String]
  ) async throws {
    let table = Dictionary(uniqueKeysWithValues: Metric.all.map { ($0.name, $0) })
    for family in try await families(environment, as: .openMetrics) {
      let metric = try #require(table[family.name], "\(family.name)")
      #expect(family.type == metric.type && family.help == metric.help)
      #expect(family.unit == nil || family.unit == metric.unit.rawValue)
      for sample in family.samples {
        #expect(sample.labels.map(\.name).filter { $0 != "le" } == metric.labels, "\(family.name)")
      }
    }
  }

  @Test func `every family of the table is on a page, and without its setting on none`() async throws {
    var shown: Set<String> = []
    for environment in [Self.everything, Self.fromDisk] {
      shown.formUnion(try await families(environment, as: .openMetrics).map(\.name))
    }
    for metric in Metric.all where !Self.isShownElsewhere(metric) { #expect(shown.contains(metric.name)) }
    let plain = Set(try await families(["RECORDINGS_METRICS": "false"], as: .openMetrics).map(\.name))
    for metric in Metric.all where metric.setting != nil { #expect(!plain.contains(metric.name)) }
  }

  /// What a page of a server alone does not show, so that other tests look after it.
  private static func isShownElsewhere(_ metric: Metric) -> Bool {
    ["bbb_exporter_config_", "bbb_exporter_http_", "bbb_probe_", "bbb_synthetic_"].contains {
      metric.name.hasPrefix($0)
    }
  }

  @Test(arguments: [everything, fromDisk])
  func `promtool reads the page and has nothing against our own names`(
    _ environment: [String: String]
  ) async throws {
    guard try OutsideCommand("promtool", "--version").run().status == 0 else {
      try Test.cancel("there is no promtool: apt-get install -y prometheus")
    }
    let page = try await page(environment, as: .text) + ExpositionWriter.bytes(of: processFamilies, as: .text)
    let answer = try OutsideCommand("promtool", "check", "metrics").run(input: Data(page))
    #expect(answer.status != 1, "\(answer.errors)")
    let own = Metric.all.filter(\.isOwn).map { "\($0.name) " }
    let complaints = answer.errors.split(separator: "\n").filter { line in own.contains { line.hasPrefix($0) }
    }
    #expect(complaints == [])
  }

  @Test(arguments: ExpositionFormat.allCases)
  func `prometheus_client reads every sample of the page`(_ format: ExpositionFormat) async throws {
    let python = ProcessInfo.processInfo.environment["PYTHON_WITH_PROMETHEUS_CLIENT"] ?? "python3"
    guard try OutsideCommand(python, "-c", "import prometheus_client").run().status == 0 else {
      try Test.cancel("\(python) has no prometheus_client: pip install prometheus-client")
    }
    let page = try await page(Self.everything, as: format)
    let script = Package.root.appending(path: "fixtures/prometheus-text/second_opinion.py").path
    let job = [["format": format.rawValue, "page": String(decoding: page, as: UTF8.self)]]
    let answer = try OutsideCommand(python, script).run(input: JSONEncoder().encode(job))
    let read = try #require(
      JSONSerialization.jsonObject(with: answer.output) as? [[[Any]]], "\(answer.errors)")
    let ours = try ExpositionParser.parse(page, as: format).reduce(0) { $0 + $1.samples.count }
    #expect(read.first?.count == ours)
  }
}
