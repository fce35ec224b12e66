import BBBAPI
import BBBClient
import NIOCore
import TestSupport

@testable import Exporter

/// A synthetic probe over real connections to a fake server, with a clock that stands still.
struct ProbeBench: Sendable {
  static let prefix = ProbeMeeting.prefix(instance: "test:9688")

  let fake: FakeBBB
  let clock: ManualClock
  let log: CapturedLog
  let memory = ProbeMemory()
  let probe: SyntheticProbe

  init(_ fake: FakeBBB, _ exchange: any HTTPExchange, port: Int) throws {
    self.fake = fake
    clock = ManualClock()
    log = CapturedLog()
    let base = try APIBase(parsing: "http://127.0.0.1:\(port)/bigbluebutton")
    let secret = SharedSecret("demo-secret")
    let clock = ScrapeClock(clock) { 1_800_000_000 }
    probe = SyntheticProbe(
      server: WatchedServer(base: base, secret: secret),
      client: APIClient(base: base, secret: secret, userAgent: "test", exchange: exchange), memory: memory,
      prefix: Self.prefix, limit: .seconds(10), clock: clock,
      log: QuietLog(log.logger(), clock: clock))
  }

  /// The calls that the server was asked for, in order.
  var calls: [String] { fake.targets.compactMap { $0.firstMatch(of: /api\/(\w+)\?/).map { String($0.1) } } }

  /// The meetings that calls of this name were about.
  func meetings(of call: String) -> [String] {
    fake.targets.filter { $0.contains("/\(call)?") }
      .compactMap { $0.firstMatch(of: /meetingID=([^&]+)/).map { String($0.1) } }
  }

  func run() async {
    if memory.begin() { await probe.run() }
  }
}

/// Runs a test against a probe whose server does everything it is asked for.
func withProbeBench(_ body: (ProbeBench) async throws -> Void) async throws {
  let fake = FakeBBB()
  for call in ["create", "join", "getMeetingInfo", "end"] {
    fake.reply(to: "/\(call)?", .xml("<returncode>SUCCESS</returncode>"))
  }
  fake.reply(to: "/getMeetings?", .noMeetings)
  let exchange = try LiveExchange(trust: .system)
  let channel = try await fake.start()
  let bench = try ProbeBench(fake, exchange, port: channel.localAddress?.port ?? 0)
  do {
    try await body(bench)
  } catch {
    try await exchange.shutdown()
    try await channel.close()
    throw error
  }
  try await exchange.shutdown()
  try await channel.close()
}
