import BBBAPI
import BBBClient
import FoundationEssentials
import NIOCore
import PrometheusText
import Testing

@testable import Exporter

@Suite(.timeLimit(.minutes(5))) struct AddressTests {
  private static let hasIPv6 = FileManager.default.fileExists(atPath: "/proc/net/if_inet6")

  @Test(.enabled(if: hasIPv6, "no IPv6 on this machine"), arguments: ["[::1]", "[0:0:0:0:0:0:0:1]"])
  func `an IPv6 literal is connected to`(_ host: String) async throws {
    let fake = FakeBBB()
    fake.reply(to: "/getMeetings", .noMeetings)
    let channel = try await fake.start(host: "::1")
    let exchange = try LiveExchange(trust: .system)
    let base = try APIBase(parsing: "http://\(host):\(channel.localAddress?.port ?? 0)/bigbluebutton")
    let client = APIClient(
      base: base, secret: SharedSecret("demo-secret"), algorithm: .sha1, userAgent: "test", exchange: exchange
    )
    let reply = await Result { try await client.reply(to: APIRequest(.getMeetings)) }
    try await exchange.shutdown()
    try await channel.close()
    _ = try reply.get()
    #expect(fake.targets.count == 1)
  }
}

extension Result where Failure == any Error {
  fileprivate init(_ body: () async throws -> Success) async {
    do { self = .success(try await body()) } catch { self = .failure(error) }
  }
}
