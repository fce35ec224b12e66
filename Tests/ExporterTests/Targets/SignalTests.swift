import FoundationEssentials
import NIOCore
import NIOHTTP1
import NIOPosix
import Subprocess
import TestSupport
import Testing

@testable import Exporter

/// The built command with real signals.
@Suite(.timeLimit(.minutes(5))) struct SignalTests {
  private func withTargets(
    _ extra: [String: String] = [:], _ body: (FakeBBB, ExporterProcess, _ file: URL) async throws -> Void
  ) async throws -> ProcessEnding {
    let server = FakeBBB()
    server.reply(to: "/getMeetings", .answer(body: try golden.text("getMeetings.xml")))
    server.reply(to: "/getRecordings", .noRecordings)
    let channel = try await server.start()
    let folder = try ScratchFolder(named: "signals")
    try folder.write("hush-1\n".utf8, to: "secret")
    let file = URL(filePath: "\(folder.path)/targets.yaml")
    try Self.targets(["one"], at: channel.localAddress?.port ?? 0).write(to: file)
    let ending = try await withExporterProcess(
      extra, arguments: ["run", "--targets", file.path()]
    ) { try await body(server, $0, file) }
    try await channel.close()
    #expect(!ending.printed.contains("hush"))
    return ending
  }

  private static func targets(_ names: [String], at port: Int) -> Data {
    let lines = names.map {
      "  \($0): { url: \"http://127.0.0.1:\(port)/bigbluebutton\", secret_file: secret }\n"
    }
    return Data(("targets:\n" + lines.joined()).utf8)
  }

  @Test func `SIGHUP reads the targets anew without losing counters, and a bad file costs nothing`()
    async throws
  {
    let ending = try await withTargets { server, exporter, file in
      let before = try await exporter.get("/probe?target=one")
      #expect(before.text.contains("\nbbb_unique_meetings_total 2\n"))
      let port = try #require(try Self.port(in: file))
      try Self.targets(["one", "two"], at: port).write(to: file)
      try exporter.send(.terminalClosed)
      #expect(await exporter.hasPrinted("reloaded; targets: 2 (1 new, 0 changed, 0 gone)"))
      server.reply(to: "/getMeetings", .noMeetings)
      #expect(try await exporter.get("/probe?target=one").text.contains("\nbbb_unique_meetings_total 2\n"))
      #expect(try await exporter.get("/probe?target=two").text.contains("\nbbb_unique_meetings_total 0\n"))
      try Data("targets: { one: {}, two: 2 }".utf8).write(to: file)
      for _ in 0..<5 { try exporter.send(.terminalClosed) }
      #expect(await exporter.hasPrinted("reload refused; everything stays as it was"))
      let page = try await exporter.get("/metrics").text
      #expect(page.contains("\nbbb_exporter_config_last_reload_successful 0\n"))
      #expect(try await exporter.get("/probe?target=two").status == 200)
    }
    #expect(ending.status == .exited(0))
    #expect(ending.printed.contains("targets.yaml:1:17: error: one lacks url"), "\(ending.printed)")
    #expect(ending.printed.hasSuffix("ended"))
  }

  private static func port(in file: URL) throws -> Int? {
    try String(contentsOf: file, encoding: .utf8).split(separator: "127.0.0.1:").last.flatMap {
      Int($0.prefix { $0.isNumber })
    }
  }

  @Test func `SIGTERM ends a scrape of a hanging server with what is known`() async throws {
    let ending = try await withTargets { server, exporter, _ in
      server.reply(to: "/getMeetings", .silence)
      async let page = exporter.get("/probe?target=one", ["X-Prometheus-Scrape-Timeout-Seconds": "250"])
      await server.requests(5)
      try exporter.send(.terminate)
      #expect(try await page.text.contains("\nbbb_api_up 0\n"))
    }
    #expect(ending.status == .exited(0))
    #expect(ending.printed.contains("ending; scrapes under way get what is known"))
    #expect(ending.printed.hasSuffix("ended"))
  }

  @Test func `a second signal ends it at once`() async throws {
    let ending = try await withTargets { _, exporter, _ in
      // Half a request, which nobody will finish.
      let client = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        .connect(host: exporter.place.host, port: exporter.place.number).get()
      try await client.writeAndFlush(ByteBuffer(string: "GET /probe?target=one HTTP/1.1\r\nHost: x\r\nX: "))
      _ = try await exporter.get("/-/healthy")
      try exporter.send(.terminate)
      #expect(await exporter.hasPrinted("ending; scrapes under way get what is known"))
      try exporter.send(.interrupt)
      try await client.closeFuture.get()
    }
    #expect(ending.status == .exited(0))
  }

  private static let endings: [([String: String], [String], Int32, String)] = [
    (
      [:], ["run", "--targets", "/nowhere/targets.yaml"], 65,
      "bbb-exporter: /nowhere/targets.yaml: error: the targets file cannot be read: it does not exist"
    ),
    (
      ["TARGETS_FILE": "/nowhere/targets.yaml"], ["run", "--check-settings"], 65,
      "bbb-exporter: /nowhere/targets.yaml: error: the targets file cannot be read: it does not exist"
    ),
    (
      ["API_SECRET": "hush"], ["--targets", "/nowhere/targets.yaml"], 64,
      "bbb-exporter: API_BASE_URL is not set; it is required, as in https://bbb.example.org/bigbluebutton/api/"
    ),
    ([:], ["run"], 64, "bbb-exporter: API_SECRET is not set; either it or API_SECRET_FILE is required"),
  ]

  @Test(arguments: endings)
  func `without servers it does not start, and says why`(
    _ variables: [String: String], _ arguments: [String], _ code: Int32, _ line: String
  ) async throws {
    let ending = try await withExporterProcess(variables, arguments: arguments)
    #expect(ending.status == .exited(code))
    #expect(ending.printed.split(separator: "\n").contains { $0 == line }, "\(ending.printed)")
    #expect(!ending.printed.contains("hush"))
  }
}
