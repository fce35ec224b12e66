import PrometheusText
import TestSupport
import Testing

@testable import Exporter

@Suite(.timeLimit(.minutes(5))) struct SecrecyTests {
  @Test func `the checksum stands first, as 0.7.1 sends it`() async throws {
    try await withBench { bench in
      _ = await bench.scraper.page(for: ScrapeRequest(as: .text))
      let targets = bench.fake.targets.sorted()
      // The published vector of facts §1.1, and those of four more queries by openssl.
      let expected = [
        "getMeetings?checksum=33159096ad2a3e6c97eaf2b71960a955bf6c99a4",
        "getRecordings?checksum=a7a53a7a8a81229b642ed4cf266a1529666d6d95&state=deleted",
        "getRecordings?checksum=83d1842da42e13ae9f59e49d53ea170bb7b8bb29&state=processing",
        "getRecordings?checksum=740a728c0e2e9ebde4277f10183fe61633ecac23&state=published",
        "getRecordings?checksum=aa894e71e1e7c6cc3bc1b244e2758a36c390d50e&state=unpublished",
      ]
      #expect(targets == expected.map { "/bigbluebutton/api/\($0)" }.sorted())
    }
  }

  @Test func `no log line and no page holds a secret, checksum, password or name`() async throws {
    try await withBench { bench in
      let whole = try golden.text("getMeetings.xml")
      var printed = ""
      for reply in [
        FakeReply.answer(body: whole), .checksumError, .answer(body: String(whole.dropLast(400))),
        .bytes("x", thenClose: true),
      ] {
        bench.fake.reply(to: "/getMeetings", reply)
        printed += String(
          decoding: await bench.scraper.page(for: ScrapeRequest(as: .openMetrics)), as: UTF8.self)
      }
      printed += bench.log.lines.joined(separator: "\n")
      #expect(printed.contains("GET http://127.0.0.1") && printed.contains("checksum=(redacted)"))
      for hush in ["demo-secret", "33159096", "hush", "Ada", "Russell", "Noether", "1234"] {
        #expect(!printed.contains(hush), "\(hush)")
      }
    }
  }
}
