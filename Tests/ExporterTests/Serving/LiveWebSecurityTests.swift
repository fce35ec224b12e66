import TestSupport
import Testing

@testable import Exporter

@Suite(.timeLimit(.minutes(5))) struct LiveWebSecurityTests {
  @Test func `users and certificates change without a restart, and a bad file changes nothing`() async throws
  {
    try await withWebBench(config: tlsConfig + aliceConfig, certificates: ["cert"]) { web in
      let first = try await web.openssl(["-showcerts"])
      #expect(try await web.status("/-/healthy", scheme: "https", user: "alice:U*U") == "200")
      try await makeCertificate("cert", in: web.folder)
      try web.write(tlsConfig + carolConfig, to: "web.yml")
      web.bench.clock.advance(by: .seconds(1))
      #expect(try await web.status("/-/healthy", scheme: "https", user: "carol:U*U") == "200")
      #expect(try await web.status("/-/healthy", scheme: "https", user: "alice:U*U") == "401")
      #expect(certificate(in: try await web.openssl(["-showcerts"])) != certificate(in: first))
      for bad in ["basic_auth_users: 7\n", aliceConfig] {
        try web.write(bad, to: "web.yml")
        web.bench.clock.advance(by: .seconds(1))
        #expect(try await web.status("/-/healthy", scheme: "https", user: "carol:U*U") == "200")
        web.bench.clock.advance(by: .seconds(1))
        #expect(try await web.status("/-/healthy", scheme: "https", user: "carol:U*U") == "200")
      }
      let warnings = web.bench.log.warnings
      #expect(warnings.filter { $0.contains("still holds") }.count == 2, "\(warnings)")
      #expect(warnings.contains { $0.contains("TLS is switched on or off by a restart alone") })
    }
  }

  private let carolConfig = "basic_auth_users:\n  carol:" + (aliceConfig.split(separator: ":").last ?? "")

  private func certificate(in text: String) -> Substring? {
    text.split(separator: "\n").drop { !$0.contains("BEGIN CERTIFICATE") }.dropFirst(3).first
  }

  @Test func `within a second the files are not looked at again`() async throws {
    try await withWebBench(config: aliceConfig) { web in
      try web.write("", to: "web.yml")
      #expect(try await web.status("/-/healthy") == "401")
      web.bench.clock.advance(by: .seconds(1))
      #expect(try await web.status("/-/healthy") == "200")
    }
  }
}
