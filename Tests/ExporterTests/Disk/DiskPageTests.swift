import BBBAPI
import PrometheusText
import TestSupport
import Testing

@testable import Exporter

@Suite(.timeLimit(.minutes(5))) struct DiskPageTests {
  private let wanted = [
    "RECORDINGS_METRICS_READ_FROM_DISK": "true", "BBB_VERSION_READ_FROM_DISK": "true",
    "BBB_DIRECTORY": "/bbb",
  ]

  private func files() -> FakeFiles {
    var files = FakeFiles(
      [
        "published/presentation/r1", "published/video/r1", "deleted/presentation/r2",
        "recording/status/sanity/r3.done", "recording/status/published/r1-podcast.fail",
      ],
      under: "/bbb/")
    files.files["/etc/bigbluebutton/bigbluebutton-release"] = "BIGBLUEBUTTON_RELEASE=3.0.4\n"
    files.times["/bbb/recording/status/sanity/r3.done"] = 1_772_438_400
    return files
  }

  @Test func `from disk the API is asked for meetings only`() async throws {
    try await withBench(wanted, files: files()) { bench in
      let samples = try await bench.samples()
      let values = ["published", "deleted", "unpublished", "processing", "unprocessed"].map {
        samples.value(of: "bbb_recordings_\($0)")
      }
      #expect(values == [1, 1, 0, 0, 1])
      #expect(samples.value(of: "bbb_version", ["version": "3.0.4"]) == 1)
      #expect(bench.fake.targets.count == 1)
      // A histogram that stands still would make dashboards' sums of quantiles NaN.
      #expect(samples.samples(named: "bbb_api_latency_count").count == 1)
      #expect(samples.value(of: "bbb_api_latency_count", ["endpoint": "getMeetings", "parameters": ""]) == 1)
      #expect(bench.log.warnings.isEmpty)
    }
  }

  @Test func `what failed and what waits longest is served`() async throws {
    try await withBench(wanted, files: files()) { bench in
      let samples = try await bench.samples()
      let failed = PipelineStep.allCases.map {
        samples.value(of: "bbb_recordings_failed", ["step": $0.rawValue])
      }
      #expect(failed == [0, 0, 0, 1])
      let name = "bbb_recordings_oldest_timestamp_seconds"
      #expect(samples.value(of: name, ["state": "unprocessed"]) == 1_772_438_400)
      #expect(samples.samples(named: name).count == 1)
    }
  }

  @Test func `a folder that may not be read costs its own metric, with a warning`() async throws {
    var files = files()
    files.denied = ["/bbb/recording/status/sanity"]
    try await withBench(wanted, files: files) { bench in
      let samples = try await bench.samples()
      #expect(samples.samples(named: "bbb_recordings_unprocessed").isEmpty)
      #expect(samples.samples(named: "bbb_recordings_failed").isEmpty)
      #expect(samples.value(of: "bbb_recordings_published") == 1)
      let warning =
        "disk: /bbb/recording/status/sanity: permission denied; unprocessed and failed recordings are not counted"
      #expect(bench.log.warnings == [warning])
    }
  }

  @Test(arguments: ["", "3.0.4", "A=1\nB=2", "KEY=", "=3.0", "KEY=3 0", "KEY=\"3.0"])
  func `an odd release file costs the version, told once`(_ text: String) async throws {
    var files = files()
    files.files["/etc/bigbluebutton/bigbluebutton-release"] = text
    try await withBench(wanted, files: files) { bench in
      for _ in 1...2 {
        let samples = try await bench.samples()
        #expect(samples.samples(named: "bbb_version").isEmpty)
        bench.clock.advance(by: .seconds(3600))
      }
      #expect(bench.log.warnings.count == 1)
    }
  }

  @Test(arguments: [[], ["lost+found"], ["html5-client", "published.done"]])
  func `a volume that went away is no server without recordings`(_ left: [String]) throws {
    let files = FakeFiles(left, under: "/bbb/")
    var settings = try #require(
      SettingsReader.read(environment: ["API_BASE_URL": "http://h/bigbluebutton", "API_SECRET": "s"]).settings
    )
    settings.metrics.recordings = .disk
    settings.metrics.bbbDirectory = "/bbb"
    let reader = try #require(DiskReader(settings: settings.metrics, files: files))
    let reading = reader.readNow()
    #expect(reading.recordings == nil && reading.problems.count == 1)
  }
}
