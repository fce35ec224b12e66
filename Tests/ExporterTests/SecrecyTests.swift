import PrometheusText
import TestSupport
import Testing

@testable import Exporter

@Suite(.timeLimit(.minutes(5))) struct SecrecyTests {
  @Test func `the checksum stands first, as 0.7.1 sends it`() async throws {
    try await withBench { bench in
      // Each tells its total, or a call that is asked a moment later is asked for the list.
      bench.fake.reply(to: "/getRecordings", .recordings(0, total: 0))
      _ = await bench.scraper.page(for: ScrapeRequest(as: .text))
      let targets = bench.fake.targets.sorted()
      // The published vector of facts §1.1, and those of four more queries by openssl.
      let expected = [
        "getMeetings?checksum=33159096ad2a3e6c97eaf2b71960a955bf6c99a4",
        "getRecordings?checksum=b83c8c526dc6e009f20296f55ad90d2ff9525af0&state=deleted&offset=0&limit=1",
        "getRecordings?checksum=ebcaad2f86017d87802fa9feff692cee88cef7c8&state=processing&offset=0&limit=1",
        "getRecordings?checksum=cf5e36a00eb6bd1f1df1a4cb057af872b88242a7&state=published&offset=0&limit=1",
        "getRecordings?checksum=6de7a9f9d2bf5046e572c4a4bb1719f80cd723ba&state=unpublished&offset=0&limit=1",
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
