import HTTPTypes
import TestSupport
import Testing

@testable import Exporter

@Suite(.timeLimit(.minutes(5))) struct WebConfigTests {
  private func read(_ text: String, _ more: [String: String] = [:]) -> WebConfigOutcome {
    var files = FakeFiles()
    files.files = more.merging(["/etc/web.yml": text]) { $1 }
    return WebConfigFile.read("/etc/web.yml", files: files)
  }

  @Test(arguments: [
    "", "\n", "# nothing\n", "---\n", "tls_server_config:\n", "basic_auth_users: {}\n",
  ])
  func `an empty file means plain HTTP for everybody`(_ text: String) throws {
    let outcome = read(text)
    let security = try #require(outcome.security, "\(outcome.mistakes)")
    #expect(
      security.tls == nil && security.users.isEmpty && security.headers.isEmpty && security.rateLimit == nil)
  }

  @Test func `all mistakes are told at once, with their places, and no secret is shown`() throws {
    let outcome = read(
      """
      tls_server_config:
        cert_file: missing.pem
        key_file: garbage.key
        client_auth_type: RequireAndVerifyClientCerts
        client_allowed_sans: [a]
        client_ca_file: empty.pem
        min_version: TLS10
        max_version: TLS14
        cipher_suites: [TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA265, TLS_RSA_WITH_RC4_128_SHA]
        prefer_server_cipher_suites: maybe
        curve_preferences: P256
        certfile: x
      http_server_config:
        http2: yes
        headers:
          X-Frame-Options: allow
          X-Content-Type-Options: sniff
          Set-Cookie: a=b
      basic_auth_users:
        alice: hush-hush
        bob: $2y$31$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW
        "a:b": $2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW
        carol: [hush]
      rate_limit:
        interval: 1 s
        bursts: 3
      rate_limits: {}

      """, ["/etc/garbage.key": "hush", "/etc/empty.pem": ""])
    #expect(outcome.security == nil)
    let text = outcome.mistakes.map { "\($0)\n" }.joined()
    #expect(!text.contains("hush") && !text.contains("CCCC"))
    try golden.expect(text, is: "bad-web-config.txt")
  }

  @Test(arguments: [
    ("a: [", "no YAML"), ("\tx: 1", "no YAML"), ("tls_server_config: {}\ntls_server_config: {}", "twice"),
    ("- a", "not a mapping"),
    ("basic_auth_users: hush", "not a mapping"), ("tls_server_config: {}", "lacks cert_file"),
  ])
  func `what is no configuration is one clear line`(_ text: String, _ part: String) {
    let outcome = read(text)
    #expect(
      outcome.security == nil && outcome.mistakes.contains { $0.summary.contains(part) },
      "\(outcome.mistakes)")
    #expect(!outcome.mistakes.map(\.description).joined().contains("hush"))
  }

  @Test func `a file that is missing is told`() {
    let outcome = WebConfigFile.read("/etc/none.yml", files: FakeFiles())
    #expect(outcome.mistakes.map(\.summary) == ["the file cannot be read: it does not exist"])
  }

  @Test func `users, headers and rates are taken as they stand`() throws {
    let security = try #require(
      read(
        aliceConfig + """
          http_server_config:
            http2: false
            headers:
              X-Frame-Options: sameorigin
              X-XSS-Protection:
              Content-Security-Policy: "default-src 'self'"
          rate_limit: { interval: 1m30s, burst: 20 }

          """
      ).security)
    #expect(security.users.keys.sorted() == ["alice"] && security.users["alice"]?.cost == 5)
    #expect(
      security.headers.map { "\($0.name): \($0.value)" } == [
        "X-Frame-Options: sameorigin", "Content-Security-Policy: default-src 'self'",
      ])
    #expect(security.rateLimit == RateLimit(interval: .seconds(90), burst: 20))
  }

  @Test(
    arguments: [
      ("0", Duration.zero), ("1s", .seconds(1)), ("100ms", .milliseconds(100)), ("1h1m1s", .seconds(3661)),
      ("1.5s", .milliseconds(1500)), ("", nil), ("1", nil), ("s", nil), ("1d", nil), ("-1s", nil),
      ("25h", nil), ("1 s", nil),
    ] as [(String, Duration?)])
  func `durations are Go's`(_ text: String, _ duration: Duration?) {
    #expect(GoDuration.parse(text) == duration)
  }

  @Test func `everything that TLS can do is taken, and a key that everybody reads is warned of`() async throws
  {
    let folder = try ScratchFolder(named: "tls")
    try await makeCertificate("ca", in: folder.path)
    try await makeCertificate("server", in: folder.path)
    let text = """
      tls_server_config:
        cert_file: server.pem
        key_file: \(folder.path)/server.key
        client_auth_type: RequireAndVerifyClientCert
        client_ca_file: ca.pem
        client_allowed_sans: [prometheus.example.org]
        min_version: TLS12
        max_version: TLS13
        cipher_suites: [TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, TLS_AES_128_GCM_SHA256]
        prefer_server_cipher_suites: true
        curve_preferences: [X25519, CurveP256]

      """
    try folder.write(text.utf8, to: "web.yml")
    _ = try await printed("chmod", ["644", "\(folder.path)/server.key"])
    let outcome = WebConfigFile.read("\(folder.path)/web.yml", files: LocalFileTree())
    #expect(outcome.mistakes == [] && outcome.security?.tls?.allowedNames == ["prometheus.example.org"])
    #expect(outcome.warnings.count == 1 && outcome.warnings[0].contains("chmod 640"), "\(outcome.warnings)")
    let files = LocalFileTree()
    let inline = try [("cert", "server.pem"), ("key", "server.key")].map { name, file in
      "  \(name): |\n"
        + (try files.text(of: "\(folder.path)/\(file)")).split(separator: "\n").map { "    \($0)\n" }.joined()
    }
    #expect(read("tls_server_config:\n" + inline.joined()).security?.tls != nil)
    let mixed =
      "tls_server_config:\n  cert_file: \(folder.path)/ca.pem\n  key_file: \(folder.path)/server.key\n"
    try folder.write(mixed.utf8, to: "mixed.yml")
    let mismatch = WebConfigFile.read("\(folder.path)/mixed.yml", files: LocalFileTree()).mistakes
    #expect(mismatch.map(\.summary) == ["the certificate and the key do not belong together"])
  }
}
