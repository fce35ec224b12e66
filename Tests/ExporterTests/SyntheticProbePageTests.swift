import PrometheusText
import TestSupport
import Testing

@testable import Exporter

@Suite(.timeLimit(.minutes(5))) struct SyntheticProbePageTests {
  private static let probeMeeting = """
    <meeting><meetingID>bbb-exporter-probe-1-2</meetingID><internalMeetingID>p-1</internalMeetingID>
    <isBreakout>false</isBreakout><participantCount>1</participantCount>
    <metadata><bbb-origin>bbb-exporter-probe</bbb-origin></metadata></meeting></meetings>
    """

  @Test func `without the setting no family of the probe is on the page`() async throws {
    try await withBench { bench in
      let samples = try await bench.samples()
      #expect(samples.value(of: "bbb_synthetic_probe_runs_total") == nil)
      #expect(samples.value(of: "bbb_synthetic_probe_meetings") == nil)
    }
  }

  @Test func `counters stand at 0 from the start, gauges come with the first run`() async throws {
    try await withBench(["SYNTHETIC_PROBE_SECONDS": "60"]) { bench in
      let before = try await bench.samples()
      #expect(before.value(of: "bbb_synthetic_probe_runs_total") == 0)
      #expect(before.value(of: "bbb_synthetic_probe_failures_total", ["step": "join"]) == 0)
      #expect(before.samples(named: "bbb_synthetic_probe_success").isEmpty)
      let memory = try #require(bench.scraper.probe)
      #expect(memory.begin())
      memory.end(
        .init(
          durations: [.create: .milliseconds(250), .join: .seconds(2), .end: .seconds(1)], failures: [.join]),
        at: 1_800_000_000)
      let after = try await bench.samples()
      #expect(after.value(of: "bbb_synthetic_probe_success") == 0)
      #expect(after.value(of: "bbb_synthetic_probe_step_success", ["step": "create"]) == 1)
      #expect(after.value(of: "bbb_synthetic_probe_step_success", ["step": "join"]) == 0)
      #expect(after.samples(named: "bbb_synthetic_probe_step_success").count == 3)
      #expect(after.value(of: "bbb_synthetic_probe_duration_seconds", ["step": "create"]) == 0.25)
      #expect(after.value(of: "bbb_synthetic_probe_last_run_timestamp_seconds") == 1_800_000_000)
      #expect(after.value(of: "bbb_synthetic_probe_failures_total", ["step": "join"]) == 1)
      #expect(after.value(of: "bbb_synthetic_probe_runs_total") == 1)
    }
  }

  @Test func `meetings of probes are counted apart from all others`() async throws {
    try await withBench(["SYNTHETIC_PROBE_SECONDS": "60"]) { bench in
      let before = try await bench.samples()
      let whole = try golden.text("getMeetings.xml")
      bench.fake.reply(
        to: "/getMeetings", .answer(body: whole.replacing("</meetings>", with: Self.probeMeeting)))
      let after = try await bench.samples()
      for name in [
        "bbb_meetings", "bbb_meetings_participants", "bbb_unique_meetings_total",
        "bbb_room_participants_gcount",
      ] {
        #expect(after.value(of: name) != nil && after.value(of: name) == before.value(of: name), "\(name)")
      }
      #expect(before.value(of: "bbb_synthetic_probe_meetings") == 0)
      #expect(after.value(of: "bbb_synthetic_probe_meetings") == 1)
    }
  }
}
