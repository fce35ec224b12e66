import BBBClient
import FoundationEssentials
import NIOCore
import PrometheusText
import TestSupport
import Testing

@testable import Exporter

/// Several fake servers, a targets file that names them, and what an exporter makes of it.
struct Fleet: Sendable {
  let servers: [String: FakeBBB]
  let ports: [String: Int]
  let clock: ManualClock
  let log: CapturedLog
  let desk: WatchDesk
  let reloader: Reloader
  fileprivate let folder: String

  /// Writes a file into the folder of the targets file.
  func write(_ text: String, to file: String) throws {
    try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(file)"))
    // As an operator does, or a warning says so.
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: "\(folder)/\(file)")
  }

  /// Writes a targets file with these servers, each with further words in its entry.
  func writeTargets(_ entries: [(name: String, words: String)]) throws {
    let lines = entries.map { name, words in
      "  \(name): { url: \"http://127.0.0.1:\(ports[name] ?? 0)/bigbluebutton\", secret_file: \(name)\(words) }"
    }
    try write("targets:\n" + lines.joined(separator: "\n") + "\n", to: "targets.yaml")
  }

  /// The page of a target as `/probe` serves it.
  func page(of name: String) async throws -> String {
    let watch = try #require(desk.watchlist.watch(on: name), "no \(name)")
    return String(decoding: await watch.scraper.page(for: ScrapeRequest(as: .text)), as: UTF8.self)
  }
}

/// Runs a test with fake servers of these names; all answer the canned meetings and no recordings.
func withFleet(
  _ names: [String] = ["eu1", "us1"], environment: [String: String] = [:],
  _ body: (Fleet) async throws -> Void
) async throws {
  let folder = try ScratchFolder(named: "fleet")
  var servers: [String: FakeBBB] = [:]
  var channels: [(name: String, channel: any Channel)] = []
  for name in names {
    let server = FakeBBB()
    server.reply(to: "/getMeetings", .answer(body: try golden.text("getMeetings.xml")))
    server.reply(to: "/getRecordings", .noRecordings)
    servers[name] = server
    channels.append((name, try await server.start()))
    try Data("hush-\(name)\n".utf8).write(to: URL(filePath: "\(folder.path)/\(name)"))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: "\(folder.path)/\(name)")
  }
  let ports = Dictionary(uniqueKeysWithValues: channels.map { ($0.name, $0.channel.localAddress?.port ?? 0) })
  try await body(try fleet(servers, ports, in: folder.path, environment))
  for (_, channel) in channels { try await channel.close() }
}

private func fleet(
  _ servers: [String: FakeBBB], _ ports: [String: Int], in folder: String, _ environment: [String: String]
) throws -> Fleet {
  let path = "\(folder)/targets.yaml"
  let lines = ports.keys.sorted().map {
    "  \($0): { url: \"http://127.0.0.1:\(ports[$0] ?? 0)/bigbluebutton\", secret_file: \($0) }\n"
  }
  try Data(("targets:\n" + lines.joined()).utf8).write(to: URL(filePath: path))
  let variables = ["TARGETS_FILE": path].merging(environment) { $1 }
  let outcome = Exporter.Configuration.read(environment: variables, files: LocalFileTree())
  let configuration = try #require(outcome.configuration, "\(outcome.mistakes)")
  let (clock, log) = (ManualClock(), CapturedLog())
  let time = ScrapeClock(clock, wall: { startOfTests + clock.now.offset.inSeconds })
  let maker = WatchMaker(files: LocalFileTree(), clock: time, logger: log.logger())
  let desk = WatchDesk(
    try Watchlist(configuration, after: nil, by: maker),
    reload: ReloadState(isGood: true, lastGood: startOfTests))
  let reloader = Reloader(environment: variables, desk: desk, maker: maker, logger: log.logger())
  return Fleet(
    servers: servers, ports: ports, clock: clock, log: log, desk: desk, reloader: reloader, folder: folder)
}
