import PrometheusText
import Testing

@testable import Exporter

@Suite struct OwnProcessTests {
  private static let stat =
    "42 (bbb) (odd name) S 1 42 42 0 -1 4194560 100 0 0 0 150 50 0 0 20 0 4 0 100 123456789 2048 18446744073709551615 1 1"
  private static let limits = """
    Limit                     Soft Limit           Hard Limit           Units
    Max cpu time              unlimited            unlimited            seconds
    Max open files            1024                 524288               files
    """

  private func index(_ process: OwnProcess) throws -> SampleIndex {
    let page = ExpositionWriter.bytes(of: ProcessCollector().families(of: process), as: .text)
    return SampleIndex(try ExpositionParser.parse(page, as: .text))
  }

  @Test func `what Linux says of a process is told in base units`() throws {
    var files = FakeFiles(["0", "1", "2", "7"], under: "/proc/self/fd/")
    files.files = ["/proc/self/stat": Self.stat, "/proc/self/limits": Self.limits]
    let samples = try index(OwnProcess(files: files, started: 1_772_442_000.25))
    // A tick is a hundredth of a second and a page 4 KiB or more, as good as everywhere.
    #expect(samples.value(of: "process_cpu_seconds_total") == 2)
    #expect(samples.value(of: "process_virtual_memory_bytes") == 123_456_789)
    #expect((samples.value(of: "process_resident_memory_bytes") ?? 0) >= 2048 * 4096)
    #expect(samples.value(of: "process_open_fds") == 4 && samples.value(of: "process_max_fds") == 1024)
    #expect(samples.value(of: "process_start_time_seconds") == 1_772_442_000.25)
  }

  @Test(arguments: ["", "42 (x", "42 (x) S 1", "42 (x) S" + String(repeating: " -1", count: 40)])
  func `what cannot be read is absent`(stat: String) throws {
    var files = FakeFiles()
    files.files = ["/proc/self/stat": stat, "/proc/self/limits": "Max open files  many  many  files"]
    let process = OwnProcess(files: files, started: 1)
    let names = ProcessCollector().families(of: process).map(\.name)
    #expect(names == ["bbb_exporter_build_info", "process_start_time_seconds"])
  }

  @Test func `no limit is infinite`() {
    #expect(
      ProcessLimits.openFiles(in: "Max open files            unlimited   unlimited   files") == .infinity)
  }

  @Test func `this very process is seen through the real file system`() {
    let reading = OwnProcess(started: 1).reading
    #expect((reading.cpuSeconds ?? 0) > 0)
    #expect((reading.residentBytes ?? 0) > 1e6)
    #expect((reading.virtualBytes ?? 0) > (reading.residentBytes ?? 0))
    #expect((reading.openDescriptors ?? 0) >= 3)
    #expect((reading.descriptorLimit ?? 0) > (reading.openDescriptors ?? 0))
  }

  @Test func `the build is told by version, compiler and machine`() throws {
    let samples = try index(OwnProcess(files: FakeFiles(), started: 1))
    let info = try #require(samples.samples(named: "bbb_exporter_build_info").first)
    #expect(info.value == 1 && info.labels.first?.value == ExporterIdentity.version)
    #expect(info.labels.map(\.name) == Metric.buildInfo.labels)
  }
}
