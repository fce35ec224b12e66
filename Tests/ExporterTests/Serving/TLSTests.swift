import Testing

@testable import Exporter

@Suite(.timeLimit(.minutes(5))) struct TLSTests {
  @Test func `TLS 1.2 and 1.3 are spoken, older ones and plain HTTP are not`() async throws {
    try await withWebBench(config: tlsConfig, certificates: ["cert"]) { web in
      for version in ["1.2", "1.3"] {
        let answer = try await web.curl("/-/healthy", ["--tls-max", version])
        #expect(answer == "OK\n")
      }
      let old = try await web.openssl(["-tls1_1", "-cipher", "ALL:@SECLEVEL=0"])
      #expect(old.contains("alert protocol version"), "\(old)")
      let plain = try await web.curl("/-/healthy", scheme: "http")
      #expect(plain.hasPrefix("curl: ("), "\(plain)")
      let page = try await web.curl("/metrics")
      #expect(page.contains("\nbbb_meetings 3\n"))
    }
  }

  @Test func `the version, ciphers and curves are those of the file`() async throws {
    let config =
      tlsConfig + """
          max_version: TLS12
          cipher_suites: [TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384]
          curve_preferences: [CurveP384]

        """
    try await withWebBench(config: config, certificates: ["cert"]) { web in
      let said = try await web.openssl(["-brief"])
      #expect(said.contains("Protocol version: TLSv1.2"), "\(said)")
      #expect(said.contains("ECDHE-ECDSA-AES256-GCM-SHA384"), "\(said)")
      let refused = try await web.openssl(["-curves", "P-256"])
      #expect(refused.contains("handshake failure"), "\(refused)")
    }
  }

  @Test func `a client must show a certificate of the CA, of an allowed name`() async throws {
    let config =
      tlsConfig + """
          client_auth_type: RequireAndVerifyClientCert
          client_ca_file: ca.pem
          client_allowed_sans: [prometheus@example.org, 10.0.0.1]

        """
    try await withWebBench(config: config, certificates: ["ca", "cert", "prometheus", "other"]) { web in
      // The last one is signed by itself.
      for (name, isLetIn) in [("prometheus", true), ("other", false), ("cert", false)] {
        let options = ["--cert", "\(web.folder)/\(name).pem", "--key", "\(web.folder)/\(name).key"]
        let said = try await web.curl("/-/healthy", options)
        #expect(isLetIn ? said == "OK\n" : said.hasPrefix("curl: ("), "\(name): \(said)")
      }
      let without = try await web.curl("/-/healthy")
      #expect(without.hasPrefix("curl: ("), "\(without)")
    }
  }

  @Test(arguments: ["RequireAnyClientCert", "RequestClientCert", "VerifyClientCertIfGiven"])
  func `the weaker policies are what Go's are`(_ policy: String) async throws {
    var config = tlsConfig + "  client_auth_type: \(policy)\n"
    if policy.hasPrefix("Verify") { config += "  client_ca_file: ca.pem\n" }
    try await withWebBench(config: config, certificates: ["ca", "cert", "prometheus"]) { web in
      let mine = ["--cert", "\(web.folder)/cert.pem", "--key", "\(web.folder)/cert.key"]
      let selfSigned = try await web.curl("/-/healthy", mine)
      #expect((selfSigned == "OK\n") == !policy.hasPrefix("Verify"), "\(selfSigned)")
      let without = try await web.curl("/-/healthy")
      #expect((without == "OK\n") == !policy.hasPrefix("Require"), "\(without)")
      #expect(web.bench.log.warnings.contains { $0.contains("verifies none") } == !policy.hasPrefix("Verify"))
    }
  }
}
