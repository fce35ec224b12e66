import AsyncHTTPClient
import BBBAPI
import Foundation
import NIOCore
import NIOHTTP1
import NIOSSL
import SimulatorServer
import TestSupport
import Testing

@Suite(.serialized, .timeLimit(.minutes(5))) struct TLSTests {
  /// A directory for certificates, gone after the body.
  private static func withFolder<Result>(_ body: (URL) async throws -> Result) async throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "tls-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }  // the system clears what stays behind
    return try await body(folder)
  }

  @Test(arguments: ["localhost", "127.0.0.1"])
  func `a client that trusts the test CA is answered, and one that does not refuses`(host: String)
    async throws
  {
    let identity = try TLSIdentity(testAuthorityFor: ["bbb.example.org"])
    try await SimulatedServer.quiet().whileListening(identity: identity) { endpoint in
      let url = "https://\(host):\(endpoint.port)\(Target.meetings)"
      let trusting = try await Self.get(url, trusting: identity.authorityPEM)
      #expect(trusting.status == 200 && trusting.body.contains("noMeetings"))
      // 60 is curl's word for a certificate of nobody whom it knows.
      #expect(try Command.run("curl", "-sS", "--noproxy", "*", url).status == 60)
    }
  }

  @Test func `links of a secure server begin with https`() async throws {
    let identity = try TLSIdentity()
    try await SimulatedServer.quiet().whileListening(identity: identity) { endpoint in
      #expect(endpoint.apiBaseURL == "https://127.0.0.1:\(endpoint.port)/bigbluebutton/api/")
      let url = endpoint.url + "/bigbluebutton/api/join?meetingID=no&checksum=00"
      var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
      configuration.tlsConfiguration = try .trusting(identity.authorityPEM)
      let client = HTTPClient(configuration: configuration)
      let answer = try await client.execute(HTTPClientRequest(url: url), timeout: .seconds(10))
      try await client.shutdown()
      #expect(answer.headers.first(name: "location")?.hasPrefix("https://127.0.0.1:\(endpoint.port)") == true)
    }
  }

  @Test func `curl and openssl agree that the certificate is good for every name`() async throws {
    try await Self.withFolder { folder in
      let identity = try TLSIdentity(testAuthorityFor: ["bbb.example.org", "192.0.2.7"])
      let authority = folder.appending(path: "ca.pem").path
      try Data(try #require(identity.authorityPEM).utf8).write(to: URL(filePath: authority))
      try await SimulatedServer.quiet().whileListening(identity: identity) { endpoint in
        for host in ["localhost", "127.0.0.1", "bbb.example.org", "192.0.2.7"] {
          let curl = try Command.run(
            "curl", "-sS", "--noproxy", "*", "--cacert", authority, "--connect-to", "::127.0.0.1:",
            "https://\(host):\(endpoint.port)/bigbluebutton/api/")
          #expect(curl.output.contains("<version>2.0</version>"), "\(host): \(curl.errors)")
        }
        let shown = try Command.run(
          "openssl", "s_client", "-connect", "127.0.0.1:\(endpoint.port)", "-CAfile", authority,
          "-verify_return_error", "-x509_strict", "-verify_hostname", "bbb.example.org")
        #expect(shown.output.contains("Verification: OK") && shown.output.contains("ALPN"))
        #expect(
          try Command.run("openssl", "verify", "-x509_strict", "-CAfile", authority, authority).status == 0)
        let hash = try Command.run("openssl", "x509", "-noout", "-hash", "-in", authority).output
        #expect(identity.authorityFileName == hash.trimmingCharacters(in: .whitespacesAndNewlines) + ".0")
      }
    }
  }

  @Test func `a client that speaks no TLS is shown the door, and others are served on`() async throws {
    let identity = try TLSIdentity()
    try await SimulatedServer.quiet().whileListening(identity: identity) { endpoint in
      let plain = try await Conversation.hold(with: endpoint) { talk in
        try await talk.send(Target.request(Target.api))
        return try await talk.rest()
      }
      #expect(!String(decoding: plain, as: UTF8.self).contains("HTTP/1.1 200"))
      try await Conversation.hold(with: endpoint) { talk in
        // The beginning of a ClientHello that never goes on; the client leaves.
        try await talk.send([0x16, 0x03, 0x01, 0x02, 0x00, 0x01])
      }
      try await Conversation.hold(with: endpoint) { talk in
        try await talk.send((0..<512).map { UInt8(truncatingIfNeeded: $0 &* 37) })
        _ = try await talk.rest()
      }
      let answer = try await Self.get(endpoint.url + Target.api, trusting: identity.authorityPEM)
      #expect(answer.status == 200)
    }
  }

  @Test func `an own certificate is served, and each mistake with one is named`() async throws {
    try await Self.withFolder { folder in
      let path: @Sendable (String) -> String = { name in folder.appending(path: name).path }
      for name in ["one", "two"] {
        let made = try Command.run(
          "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
          "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-days", "2", "-keyout",
          path("\(name).key"), "-out", path("\(name).crt"))
        #expect(made.status == 0, "\(made.errors)")
      }
      let locked = try Command.run(
        "openssl", "pkey", "-in", path("one.key"), "-aes128", "-passout", "pass:hush", "-out",
        path("locked.key"))
      #expect(locked.status == 0)
      try Data("no PEM".utf8).write(to: folder.appending(path: "text"))

      let identity = try TLSIdentity(certificateFile: path("one.crt"), keyFile: path("one.key"))
      #expect(identity.authorityPEM == nil)
      try await SimulatedServer.quiet().whileListening(identity: identity) { endpoint in
        let pem = try String(contentsOfFile: path("one.crt"), encoding: .utf8)
        let answer = try await Self.get("https://localhost:\(endpoint.port)\(Target.api)", trusting: pem)
        #expect(answer.status == 200)
      }
      let mistakes: [(String, String, CertificateError)] = [
        ("none.crt", "one.key", .unreadable(path: path("none.crt"))),
        ("one.crt", "none.key", .unreadable(path: path("none.key"))),
        ("one.crt", ".", .unreadable(path: path("."))),
        ("text", "one.key", .noCertificate(path: path("text"))),
        ("one.crt", "text", .noKey(path: path("text"))),
        ("one.crt", "locked.key", .encryptedKey(path: path("locked.key"))),
        ("one.crt", "two.key", .mismatch(certificate: path("one.crt"), key: path("two.key"))),
      ]
      for (certificate, key, expected) in mistakes {
        #expect(throws: expected) {
          try TLSIdentity(certificateFile: path(certificate), keyFile: path(key))
        }
      }
    }
  }

  private static func get(_ url: String, trusting pem: String?) async throws -> (status: Int, body: String) {
    var configuration = HTTPClient.Configuration()
    configuration.tlsConfiguration = try .trusting(pem)
    let client = HTTPClient(configuration: configuration)
    do {
      let answer = try await client.execute(HTTPClientRequest(url: url), timeout: .seconds(10))
      let body = try await answer.body.collect(upTo: 1 << 20)
      try await client.shutdown()
      return (Int(answer.status.code), String(buffer: body))
    } catch {
      try await client.shutdown()
      throw error
    }
  }
}

extension TLSConfiguration {
  /// A client that trusts these certificates, or else what the machine trusts.
  fileprivate static func trusting(_ pem: String?) throws -> TLSConfiguration {
    var configuration = TLSConfiguration.makeClientConfiguration()
    if let pem {
      configuration.trustRoots = .certificates(try NIOSSLCertificate.fromPEMBytes(Array(pem.utf8)))
    }
    return configuration
  }
}
