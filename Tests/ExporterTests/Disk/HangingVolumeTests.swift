import BBBAPI
import TestSupport
import Testing

@testable import Exporter

@Suite(.timeLimit(.minutes(5))) struct HangingVolumeTests {
  private func settings() throws -> MetricsSettings {
    let environment = ["API_BASE_URL": "http://h/bigbluebutton", "API_SECRET": "s"]
    var settings = try #require(SettingsReader.read(environment: environment, files: FakeFiles()).settings)
    settings.metrics.recordings = .disk
    settings.metrics.bbbDirectory = "/bbb"
    return settings.metrics
  }

  @Test func `a volume that hangs is asked once, and read again when it is back`() async throws {
    let files = HangingFiles(FakeFiles(["published/presentation/r1"], under: "/bbb/"))
    let reader = try #require(DiskReader(settings: try settings(), files: files))
    let stuck = Task { await reader.read() }
    while files.requests == 0 { await Task.yield() }
    // Nobody waits behind the one that hangs.
    for _ in 1...3 { #expect(await reader.read() == nil) }
    #expect(files.requests == 1)
    stuck.cancel()
    #expect(await stuck.value == nil)
    #expect(await reader.read() == nil)
    files.answer(1000)
    // The first read still has to end by itself.
    var back: DiskReading?
    while back == nil { back = await reader.read() }
    #expect(back?.recordings?.counts[.published] == 1)
  }

  @Test func `a start does not wait for ever`() async throws {
    let files = HangingFiles(FakeFiles(["/bbb"]))
    let watched = WatchedFileTree(files)
    let clock = ManualClock()
    async let outcome = BlockingWork.run(within: .seconds(30), clock: ScrapeClock(clock)) {
      SettingsReader.read(
        environment: [
          "API_BASE_URL": "http://h/bigbluebutton", "API_SECRET": "s", "BBB_DIRECTORY": "/bbb",
          "RECORDINGS_METRICS_READ_FROM_DISK": "true",
        ], files: watched)
    }
    await clock.sleepers(1)
    while files.requests == 0 { await Task.yield() }
    clock.advance(by: .seconds(30))
    #expect(await outcome == nil)
    #expect(watched.lastPath == "/bbb")
    files.answer()
  }

  @Test func `work that is done in time is answered at once`() async {
    let value = await BlockingWork.run(within: .seconds(30), clock: ScrapeClock(ManualClock())) { 42 }
    #expect(value == 42)
  }
}
