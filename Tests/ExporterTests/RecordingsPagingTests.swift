import PrometheusText
import TestSupport
import Testing

@testable import Exporter

@Suite(.timeLimit(.minutes(5))) struct RecordingsPagingTests {
  private static let published = "bbb_recordings_published"

  /// The requests for published recordings, as far as they differ.
  private func asked(_ bench: Bench) -> [String] {
    bench.fake.targets.compactMap { target in
      target.split(separator: "&", maxSplits: 1).last.map(String.init)
    }
  }

  private func published(_ bench: Bench) async throws -> Double? {
    try await bench.samples(named: [Self.published]).value(of: Self.published)
  }

  @Test(arguments: [
    (FakeReply.recordings(1, total: 12345), 12345.0), (.recordings(0, total: 0), 0),
    (.recordings(1, total: 1), 1),
    // Servers that say a total and list everything, or less than is there.
    (.recordings(3, total: 3), 3), (.recordings(3, total: 1), 3),
    (.xml("<returncode>SUCCESS</returncode><recordings/><totalElements>1,234</totalElements>"), 1234),
    (
      .xml(
        "<returncode>SUCCESS</returncode><recordings/><pagination><totalElements>7</totalElements></pagination>"
      ), 7
    ),
  ])
  func `a total is enough, however many there are`(_ reply: FakeReply, _ count: Double) async throws {
    try await withBench { bench in
      bench.fake.reply(to: "/getRecordings", reply)
      for _ in 1...2 {
        let number = try await published(bench)
        #expect(number == count)
      }
      let page = "state=published&offset=0&limit=1"
      #expect(asked(bench) == [page, page])
    }
  }

  @Test(arguments: [0, 2, 50])
  func `a server that says no total and lists all is asked for lists`(_ count: Int) async throws {
    try await withBench { bench in
      bench.fake.reply(to: "/getRecordings", .recordings(count))
      for _ in 1...2 {
        let samples = try await bench.samples(named: [Self.published])
        #expect(samples.value(of: Self.published) == Double(count))
      }
      #expect(asked(bench) == ["state=published&offset=0&limit=1", "state=published"])
    }
  }

  @Test(arguments: [1, 30])
  func `a full page without a total is asked again as a list, and each call is counted`(_ count: Int)
    async throws
  {
    try await withBench { bench in
      bench.fake.reply(to: "/getRecordings", .recordings(count))
      bench.fake.reply(to: "limit=1", .recordings(1))
      for _ in 1...2 {
        let samples = try await bench.samples(named: [Self.published])
        #expect(samples.value(of: Self.published) == Double(count))
      }
      #expect(asked(bench) == ["state=published&offset=0&limit=1", "state=published", "state=published"])
      let samples = try await bench.samples(named: ["bbb_api_latency"])
      let labels = ["endpoint": "getRecordings", "parameters": "state=published"]
      #expect(samples.value(of: "bbb_api_latency_count", labels) == 4)
    }
  }

  @Test func `a total that cannot be read is an anomaly and no number`() async throws {
    try await withBench { bench in
      let odd = "<recordings><recording/></recordings><totalElements>many</totalElements>"
      bench.fake.reply(to: "/getRecordings", .recordings(4))
      bench.fake.reply(to: "limit=1", .xml("<returncode>SUCCESS</returncode>\(odd)"))
      let samples = try await bench.samples(named: [Self.published, "bbb_api_anomalies"])
      #expect(samples.value(of: Self.published) == 4)
      #expect((samples.value(of: "bbb_api_anomalies_total", ["kind": "malformedNumber"]) ?? 0) > 0)
    }
  }

  @Test func `a server that refuses the parameters is asked without them`() async throws {
    try await withBench { bench in
      bench.fake.reply(to: "/getRecordings", .recordings(4))
      bench.fake.reply(
        to: "limit=1", .xml("<returncode>FAILED</returncode><messageKey>unknownParam</messageKey>"))
      for _ in 1...2 {
        let number = try await published(bench)
        #expect(number == 4)
      }
      #expect(asked(bench) == ["state=published&offset=0&limit=1", "state=published", "state=published"])
    }
  }

  @Test(arguments: [FakeReply.checksumError, .answer(status: "500 Oops", body: "")])
  func `what fails for other reasons is not asked twice`(_ reply: FakeReply) async throws {
    try await withBench { bench in
      bench.fake.reply(to: "/getRecordings", reply)
      for _ in 1...2 { _ = try await bench.samples(named: [Self.published]) }
      let page = "state=published&offset=0&limit=1"
      #expect(asked(bench) == [page, page])
    }
  }

  @Test func `after an hour, and so after an upgrade, pages are tried again`() async throws {
    try await withBench { bench in
      bench.fake.reply(to: "/getRecordings", .recordings(5))
      _ = try await bench.samples(named: [Self.published])
      bench.fake.reply(to: "limit=1", .recordings(1, total: 6))
      bench.clock.advance(by: .seconds(3599))
      let number = try await published(bench)
      #expect(number == 5)
      bench.clock.advance(by: .seconds(1))
      let later = try await published(bench)
      #expect(later == 6)
    }
  }
}
