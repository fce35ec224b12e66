import BBBClient
import FoundationEssentials
import NIOCore
import NIOSSL
import TestSupport
import Testing

@testable import Exporter

/// Each cause of "no data" that encryption can bring, by certificates made on the spot.
@Suite(.timeLimit(.minutes(5))) struct CheckTLSTests {
  private let certificates: TestCertificates
  private let now: Date

  init() throws {
    now = Date()
    certificates = try TestCertificates(now: now)
  }

  private func line(_ context: NIOSSLContext, trust: TLSTrust? = nil) async throws -> String {
    let fake = FakeBBB()
    fake.reply(to: "/getMeetings", .noMeetings)
    var bench = CheckBench()
    bench.trust = try trust ?? .bundle(path: certificates.writeAuthority())
    var line = ""
    try await withListener(try await fake.start(tls: context)) { _, port in
      line = try await bench.line(on: "https://localhost:\(port)/bigbluebutton")
    }
    return line
  }

  private func day(_ days: Double) -> String { now.addingTimeInterval(days * 86_400).day }

  @Test func `a good certificate is fine`() async throws {
    let line = try await line(certificates.context())
    #expect(line.hasPrefix("ok       bbb1: no meetings running"), "\(line)")
  }

  @Test func `an expired one says when`() async throws {
    let line = try await line(certificates.context(days: -90 ... -2))
    #expect(
      line
        == "failed   bbb1: TLS: the certificate of localhost expired on \(day(-2)); renew it on the server (certbot renew)"
    )
  }

  @Test func `one that is not yet valid says from when`() async throws {
    let line = try await line(certificates.context(days: 2...90))
    #expect(
      line
        == "failed   bbb1: TLS: the certificate of localhost is valid only from \(day(2)); set the clock of this machine (timedatectl), or wait"
    )
  }

  @Test func `an unknown authority is named, with the setting that trusts it`() async throws {
    let line = try await line(certificates.context(), trust: .system)
    #expect(
      line
        == "failed   bbb1: TLS: the certificate is signed by \"Test Authority\", whom this machine does not trust; if that is a public CA, configure the whole chain in nginx (fullchain.pem); if your own, name its certificate: TLS_VERIFY=/path/of/ca.pem"
    )
  }

  @Test func `a bundle that lacks the authority is named`() async throws {
    let other = try TestCertificates().writeAuthority()
    let line = try await line(certificates.context(), trust: .bundle(path: other))
    #expect(
      line.contains("signed by \"Test Authority\"") && line.hasSuffix("add its certificate to \(other)"))
  }

  @Test func `a self-signed one is told from those of authorities`() async throws {
    let line = try await line(certificates.context(signed: .bySelf))
    #expect(line.hasPrefix("failed   bbb1: TLS: the certificate is self-signed; get one"))
  }

  @Test func `one for other hosts says for which`() async throws {
    let line = try await line(certificates.context(names: ["bbb.example.org", "*.example.net"]))
    #expect(
      line
        == "failed   bbb1: TLS: the certificate is not for localhost, but for bbb.example.org, *.example.net; use one of its names in API_BASE_URL, or get a certificate for localhost"
    )
  }

  @Test func `everything that is wrong with one is told at once`() async throws {
    let line = try await line(certificates.context(names: ["bbb.example.org"], days: -90 ... -2))
    #expect(
      line.contains("expired on") && line.contains("; moreover TLS: the certificate is not for localhost"))
  }

  @Test func `one that ends soon is a warning`() async throws {
    let line = try await line(certificates.context(days: -80...9.5))
    #expect(
      line
        == "warning  bbb1: the certificate expires on \(day(9.5)), in 9 days; renew it on the server (certbot renew)"
    )
  }

  @Test func `whoever trusts everyone sees none of that, save its end`() async throws {
    let line = try await line(certificates.context(names: ["x.org"], signed: .bySelf), trust: .anyone)
    #expect(line.hasPrefix("ok "), "\(line)")
  }

  @Test func `plain HTTP on a TLS port is told, with the URL`() async throws {
    let fake = FakeBBB()
    try await withListener(try await fake.start(tls: certificates.context())) { address, _ in
      let line = try await CheckBench().line(on: "http://\(address)/bigbluebutton")
      #expect(
        line
          == "failed   bbb1: \(address) speaks TLS, not plain HTTP; set API_BASE_URL=https://\(address)/bigbluebutton/api/"
      )
    }
  }

  @Test(arguments: [
    ("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n", true), ("SSH-2.0-OpenSSH_9.2\r\n", false),
  ])
  func `TLS on a plain port is told, with the URL if it speaks HTTP`(_ answer: String, _ isHTTP: Bool)
    async throws
  {
    try await withListener(try await RawServer.start(answering: answer)) { address, _ in
      let line = try await CheckBench().line(on: "https://\(address)/bigbluebutton")
      let expected =
        isHTTP
        ? "does not speak TLS, but plain HTTP; set API_BASE_URL=http://\(address)/bigbluebutton/api/"
        : "does not speak TLS; correct the port in API_BASE_URL"
      #expect(line == "failed   bbb1: TLS: \(address) \(expected)")
    }
  }

  @Test func `a port that shakes no hands is told`() async throws {
    let clock = ManualClock()
    try await withListener(try await RawServer.start(answering: nil)) { address, _ in
      async let line = CheckBench(clock: ScrapeClock(clock)).line(on: "https://\(address)/bigbluebutton")
      // First the handshake, for half of the time, then a glance at plain HTTP.
      await clock.sleeper(until: .seconds(30))
      clock.advance(by: .seconds(30))
      await clock.sleeper(until: .seconds(35))
      clock.advance(by: .seconds(30))
      let text = try await line
      #expect(
        text.contains("TLS: \(address) accepts connections, but shakes no hands within 30 s"), "\(text)")
    }
  }
}
