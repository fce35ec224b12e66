import ArgumentParser
import FoundationEssentials
import TestSupport
import Testing

@testable import Exporter

@Suite struct ReferenceTests {
  private static let docs = GoldenFolder(at: Package.root.appending(path: "docs"))

  @Test func `docs hold the metrics as the table says`() throws {
    try Self.docs.expect(MetricReference.markdown, is: "exporter-metrics.md")
  }

  @Test func `docs hold the settings as the table says`() throws {
    try Self.docs.expect(SettingReference.markdown, is: "exporter-settings.md")
  }

  @Test func `every label has an example`() {
    for metric in Metric.all {
      for label in metric.labels {
        #expect(LabelExample.value(of: label, in: metric.name)?.isEmpty == false, "\(label)")
      }
    }
  }

  @Test func `no name stands twice, and all are as Prometheus wants them`() {
    let names = Metric.all.map(\.name)
    #expect(Set(names).count == names.count)
    for metric in Metric.all {
      #expect(metric.name.wholeMatch(of: /(bbb|process)_[a-z_]*[a-z]/) != nil, "\(metric.name)")
      #expect(!metric.name.hasSuffix("_total"))
      #expect(metric.name.hasPrefix("bbb_") || metric.isOwn)
      #expect(metric.help.hasSuffix("."))
      let ending = metric.name.split(separator: "_").last.map(String.init)
      if ending == "seconds" || ending == "bytes" { #expect(metric.unit.rawValue == ending) }
    }
  }

  @Test func `the lists are printed, the markdown as in docs`() throws {
    #expect(
      MetricReference.text.contains(
        "bbb_api_anomalies_total{kind=\"malformedNumber\"}\n    counter, oddities\n"))
    #expect(
      SettingReference.text.contains("  PORT\n      port to listen on, 1 to 65535\n      default: 9688\n"))
    #expect(try MetricsCommand.parse(["--format", "markdown"]).format == .markdown)
    #expect(throws: (any Error).self) { try SettingsCommand.parse(["--format", "html"]) }
  }
}
