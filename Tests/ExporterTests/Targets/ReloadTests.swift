import BBBClient
import FoundationEssentials
import TestSupport
import Testing

@testable import Exporter

@Suite(.timeLimit(.minutes(5))) struct ReloadTests {
  @Test func `what stays the same is the very same`() async throws {
    try await withFleet { fleet in
      let before = fleet.desk.watchlist
      fleet.clock.advance(by: .seconds(60))
      #expect(await fleet.reloader.reload() == [])
      let after = fleet.desk.watchlist
      for name in ["eu1", "us1"] {
        #expect(before.watch(on: name)?.scraper === after.watch(on: name)?.scraper)
      }
      #expect(fleet.desk.reload == ReloadState(isGood: true, lastGood: startOfTests + 60))
      #expect(fleet.log.lines.contains("info: reloaded; targets: 2 (0 new, 0 changed, 0 gone)"))
    }
  }

  @Test func `a changed secret is used, and counters go on`() async throws {
    try await withFleet { fleet in
      let server = try #require(fleet.servers["eu1"])
      #expect(try await fleet.page(of: "eu1").contains("\nbbb_unique_meetings_total 2\n"))
      let signed = server.targets.filter { $0.contains("getMeetings") }
      try fleet.write("another-hush\n", to: "eu1")
      #expect(await fleet.reloader.reload() == [])
      let page = try await fleet.page(of: "eu1")
      #expect(page.contains("\nbbb_unique_meetings_total 2\n"))
      #expect(page.contains("\nbbb_api_latency_count{endpoint=\"getMeetings\",parameters=\"\"} 2\n"))
      let signedAnew = server.targets.filter { $0.contains("getMeetings") }.dropFirst(signed.count)
      #expect(signed.count == 1 && signedAnew.count == 1 && signed.first != signedAnew.first)
      #expect(fleet.log.lines.contains("info: reloaded; targets: 2 (0 new, 1 changed, 0 gone)"))
    }
  }

  @Test func `targets come and go, and another server under an old name begins anew`() async throws {
    try await withFleet(["eu1", "us1"]) { fleet in
      _ = try await fleet.page(of: "us1")
      try fleet.write(
        "targets:\n  us1: { url: \"http://127.0.0.1:\(fleet.ports["eu1"] ?? 0)/bigbluebutton\", secret_file: us1 }\n",
        to: "targets.yaml")
      #expect(await fleet.reloader.reload() == [])
      #expect(fleet.desk.watchlist.names == ["us1"])
      #expect(fleet.desk.watchlist.watch(on: "eu1") == nil)
      let page = try await fleet.page(of: "us1")
      #expect(page.contains("\nbbb_api_latency_count{endpoint=\"getMeetings\",parameters=\"\"} 1\n"))
      #expect(fleet.log.lines.contains("info: reloaded; targets: 1 (0 new, 1 changed, 1 gone)"))
    }
  }

  @Test func `a bad file changes nothing, is told with every mistake, and is seen`() async throws {
    try await withFleet { fleet in
      let before = fleet.desk.watchlist
      try fleet.write("targets:\n  eu1: { ulr: x, secret: hush-eu1 }\n", to: "targets.yaml")
      fleet.clock.advance(by: .seconds(60))
      let mistakes = await fleet.reloader.reload()
      #expect(mistakes.count == 3)
      let errors = fleet.log.lines.filter { $0.hasPrefix("error: ") }
      #expect(
        errors == mistakes.map { "error: reload: \($0)" } + [
          "error: reload refused; everything stays as it was"
        ])
      #expect(before.watch(on: "us1")?.scraper === fleet.desk.watchlist.watch(on: "us1")?.scraper)
      #expect(fleet.desk.reload == ReloadState(isGood: false, lastGood: startOfTests))
      try fleet.writeTargets([("eu1", ""), ("us1", "")])
      #expect(await fleet.reloader.reload() == [])
      #expect(fleet.desk.reload == ReloadState(isGood: true, lastGood: startOfTests + 60))
      #expect(!fleet.log.lines.joined().contains("hush"))
    }
  }

  @Test func `a scrape in flight ends with what it began, and connections of nobody are closed`() async throws
  {
    try await withFleet(["eu1"]) { fleet in
      let server = try #require(fleet.servers["eu1"])
      server.reply(to: "/getMeetings", .silence)
      async let page = fleet.page(of: "eu1")
      await server.requests(5)
      // All targets trust in another way now, so that nobody uses the old connections but the scrape in flight.
      try fleet.writeTargets([("eu1", ", tls_verify: false")])
      #expect(await fleet.reloader.reload() == [])
      server.release(.answer(body: try golden.text("getMeetings.xml")))
      #expect(try await page.contains("\nbbb_meetings 3\n"))
      try await server.disconnections()
    }
  }

  @Test func `reloads come one after another`() async throws {
    try await withFleet { fleet in
      let outcomes = await withTaskGroup(of: [String].self) { group in
        for _ in 0..<20 { group.addTask { await fleet.reloader.reload() } }
        return await group.reduce(into: []) { $0.append($1) }
      }
      #expect(outcomes == Array(repeating: [], count: 20))
      #expect(fleet.log.lines.count { $0.hasPrefix("info: reloaded") } == 20)
    }
  }

  @Test func `the secret file of the single server is read again too`() async throws {
    let folder = try ScratchFolder(named: "single")
    try folder.write("hush-1".utf8, to: "secret")
    let path = "\(folder.path)/secret"
    try await withFleet(
      ["eu1"], environment: ["API_BASE_URL": "http://127.0.0.1:1/bigbluebutton", "API_SECRET_FILE": path]
    ) { fleet in
      let before = try #require(fleet.desk.watchlist.single)
      _ = await fleet.reloader.reload()
      #expect(fleet.desk.watchlist.single === before)
      try Data("hush-2".utf8).write(to: URL(filePath: path))
      _ = await fleet.reloader.reload()
      #expect(fleet.desk.watchlist.single !== before)
      try Data(" ".utf8).write(to: URL(filePath: path))
      let mistakes = await fleet.reloader.reload()
      #expect(mistakes.count == 1 && mistakes[0].hasPrefix("API_SECRET_FILE="), "\(mistakes)")
    }
  }

  @Test func `connections outlive a reload, unless a CA file decides who may answer`() throws {
    let folder = try ScratchFolder(named: "ca")
    try folder.write(try golden.bytes("ca.pem"), to: "ca.pem")
    let bundle = TLSTrust.bundle(path: "\(folder.path)/ca.pem")
    var before = ExchangeShelf()
    let (system, renewed) = (try before.exchange(for: .system), try before.exchange(for: bundle))
    #expect(try before.exchange(for: .system) === system && before.exchange(for: bundle) === renewed)
    var after = ExchangeShelf(after: before.settled())
    #expect(try after.exchange(for: .system) === system)
    #expect(try after.exchange(for: bundle) !== renewed)
    #expect(try after.exchange(for: .anyone) !== system)
  }
}
