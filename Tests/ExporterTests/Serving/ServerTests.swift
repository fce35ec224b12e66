import BBBClient
import Logging
import NIOCore
import NIOHTTP1
import ServiceLifecycle
import TestSupport
import Testing

@testable import Exporter

@Suite(.timeLimit(.minutes(5))) struct ServerTests {
  /// Serves on a free port, hands over a way to ask, and ends gracefully.
  private func withServer(_ bench: Bench, _ body: (Asking) async throws -> Void) async throws {
    try await withServing(bench.log, bench.server) { port, _ in
      try await body { try await .to($0, "http://127.0.0.1:\(port)\($1)", $2) }
    }
  }

  @Test func `the paths answer as they should`() async throws {
    try await withBench { bench in
      try await withServer(bench) { ask in
        let metrics = try await ask(.GET, "/metrics", [:])
        #expect(metrics.status == 200 && metrics.body.contains("\nbbb_meetings 3\n"))
        #expect(metrics.headers.first(name: "content-type") == "text/plain; version=0.0.4; charset=utf-8")
        let head = try await ask(.HEAD, "/metrics", [:])
        #expect(head.status == 200 && head.body.isEmpty)
        #expect(head.headers.first(name: "content-type") == metrics.headers.first(name: "content-type"))
        for path in ["/-/healthy", "/healthz"] {
          let healthy = try await ask(.GET, path, [:])
          #expect(healthy.status == 200 && healthy.body == "OK\n", "\(path)")
        }
        let page = try await ask(.GET, "/", [:])
        #expect(
          page.body.hasPrefix("<!DOCTYPE html>") && page.body.contains("0.1.0")
            && page.body.contains("href=\"/metrics\""))
        #expect(page.headers.first(name: "content-type") == "text/html; charset=utf-8")
        for path in ["/health", "/metric", "/metrics/x", "/favicon.ico", "/-/"] {
          #expect(try await ask(.GET, path, [:]).status == 404, "\(path)")
        }
        let post = try await ask(.POST, "/metrics", [:])
        #expect(post.status == 405 && post.headers.first(name: "allow") == "GET, HEAD")
      }
      // One GET: neither HEAD nor any other path makes calls.
      #expect(bench.fake.targets.count == 5)
    }
  }

  @Test(arguments: [
    (
      "application/openmetrics-text;version=1.0.0;q=0.5,text/plain;version=0.0.4;q=0.3,*/*;q=0.1",
      "application/openmetrics-text"
    ),
    ("text/plain", "text/plain"), ("*/*", "text/plain"), ("application/json", "text/plain"),
  ])
  func `the format follows the Accept header`(_ accept: String, _ type: String) async throws {
    try await withBench { bench in
      try await withServer(bench) { ask in
        let answer = try await ask(.GET, "/metrics", ["Accept": accept])
        #expect(answer.headers.first(name: "content-type")?.hasPrefix(type) == true)
        #expect(answer.body.hasSuffix("# EOF\n") == (type == "application/openmetrics-text"))
      }
    }
  }

  @Test(arguments: [
    ("text/plain;version=0.0.4;q=1,*/*;q=0.1", true),
    ("application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5,*/*;q=0.2", true),
    ("Text/Plain ", true), ("*/*", false), ("", false),
    ("text/html,application/xhtml+xml,application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.7", false),
  ])
  func `the root has metrics for scrapers that nginx sends there, and a page for people`(
    _ accept: String, _ isScraped: Bool
  ) async throws {
    try await withBench { bench in
      try await withServer(bench) { ask in
        let answer = try await ask(.GET, "/", ["Accept": accept])
        #expect(answer.status == 200 && answer.body.contains("\nbbb_meetings 3\n") == isScraped)
        #expect(answer.body.hasPrefix("<!DOCTYPE html>") != isScraped)
        _ = try await ask(.HEAD, "/", ["Accept": accept])
        #expect(bench.fake.targets.count == (isScraped ? 5 : 0))
      }
    }
  }

  @Test(arguments: ["name[]=bbb_exporter", "x=y&name%5B%5D=bbb_exporter"])
  func `a request names the families it wants`(_ query: String) async throws {
    try await withBench { bench in
      try await withServer(bench) { ask in
        let answer = try await ask(.GET, "/metrics?\(query)", [:])
        #expect(answer.body.hasSuffix("bbb_exporter{version=\"0.1.0\"} 1\n"))
        #expect(!answer.body.contains("bbb_meetings") && bench.fake.targets.isEmpty)
      }
    }
  }

  @Test func `the scraper's own timeout is obeyed`() async throws {
    try await withBench { bench in
      bench.fake.reply(to: "/getMeetings", .silence)
      try await withServer(bench) { ask in
        async let answer = ask(.GET, "/metrics", ["X-Prometheus-Scrape-Timeout-Seconds": "4"])
        await bench.clock.sleepers(1)
        await bench.fake.requests(5)
        bench.clock.advance(by: .milliseconds(3500))
        let page = try await answer.body
        #expect(page.contains("\nbbb_api_up 0\n"))
      }
    }
  }

  @Test func `a scrape under way gets its page when the exporter is told to end`() async throws {
    try await withBench { bench in
      bench.fake.reply(to: "/getMeetings", .silence)
      try await withServing(bench.log, bench.server) { port, group in
        async let answer = ServedAnswer.to(.GET, "http://127.0.0.1:\(port)/metrics", [:])
        await bench.fake.requests(5)
        await group.triggerGracefulShutdown()
        bench.fake.release(.noMeetings)
        let page = try await answer.body
        #expect(page.contains("\nbbb_api_up 1\n"))
      }
    }
  }

  @Test func `a port in use is one clear line`() async throws {
    try await withBench { bench in
      let other = try await FakeBBB().start()
      let port = other.localAddress?.port ?? 0
      let server = ExporterServer(
        scraper: bench.scraper, host: "127.0.0.1", port: port, logger: bench.log.logger())
      let group = ServiceGroup(services: [server], logger: bench.log.logger(level: .critical))
      let error = await #expect(throws: ListeningError.self) { try await group.run() }
      #expect(error?.description == "PORT=\"\(port)\" is in use on 127.0.0.1 by another process")
      try await other.close()
    }
  }
}

extension Bench {
  /// A server of the scraper alone.
  fileprivate func server(_ onRunning: @escaping @Sendable (Int) async -> Void) -> ExporterServer {
    ExporterServer(scraper: scraper, host: "127.0.0.1", port: 0, logger: log.logger(), onRunning: onRunning)
  }
}
