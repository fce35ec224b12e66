import FoundationEssentials
import Logging
import ServiceLifecycle
import Subprocess
import Testing

@testable import Exporter

/// A server of the bench's scraper on a free port, asked by programs that we did not write.
struct WebBench: Sendable {
  let bench: Bench
  let port: Int
  let folder: String
  let group: ServiceGroup

  /// What curl prints, its error messages among it; the options come before the URL.
  func curl(_ path: String, scheme: String = "https", _ options: [String] = []) async throws -> String {
    let common = ["--silent", "--show-error", "--max-time", "240", "--cacert", "\(folder)/cert.pem"]
    return try await printed("curl", common + options + ["\(scheme)://localhost:\(port)\(path)"])
  }

  /// The status code alone.
  func status(_ path: String, scheme: String = "http", user: String? = nil) async throws -> String {
    let options = user.map { ["--user", $0] } ?? []
    return try await printed(
      "curl",
      ["--silent", "--max-time", "240", "--cacert", "\(folder)/cert.pem", "--output", "/dev/null"]
        + ["--write-out", "%{http_code}"] + options + ["\(scheme)://localhost:\(port)\(path)"])
  }

  /// What `openssl s_client` prints after it has connected with these options.
  func openssl(_ options: [String]) async throws -> String {
    try await printed("openssl", ["s_client", "-connect", "localhost:\(port)"] + options)
  }

  /// Writes a file into the folder of the web configuration.
  func write(_ text: String, to file: String) throws {
    try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(file)"))
  }
}

/// Both outputs of a command that ends by itself.
func printed(_ command: String, _ arguments: [String]) async throws -> String {
  let result = try await run(
    .name(command), arguments: Arguments(arguments), input: .none, output: .string(limit: 1 << 20),
    error: .combinedWithOutput)
  return result.standardOutput
}

/// Runs a test against a server with a web configuration file; certificates of these names lie beside it.
func withWebBench(
  config: String? = nil, certificates: [String] = [], connectionLimit: Int = 500,
  _ body: (WebBench) async throws -> Void
) async throws {
  let folder = try ScratchFolder(named: "web")
  for name in certificates { try await makeCertificate(name, in: folder.path) }
  try folder.write((config ?? "").utf8, to: "web.yml")
  let path = folder.path
  try await withBench { bench in
    let security = try await config.asyncMap { _ in
      try await LiveWebSecurity.open(
        "\(path)/web.yml", clock: ScrapeClock(bench.clock), logger: bench.log.logger())
    }
    try await withServing(bench.log) { onRunning in
      ExporterServer(
        scraper: bench.scraper, host: "127.0.0.1", port: 0, connectionLimit: connectionLimit,
        security: security, clock: ScrapeClock(bench.clock), logger: bench.log.logger(), onRunning: onRunning)
    } _: { port, group in
      try await body(WebBench(bench: bench, port: port, folder: path, group: group))
    }
  }
}

extension Optional {
  fileprivate func asyncMap<Value>(_ transform: (Wrapped) async throws -> Value) async rethrows -> Value? {
    guard let self else { return nil }
    return try await transform(self)
  }
}

/// Makes `NAME.pem` and `NAME.key` for localhost; those but `cert` and `ca` are signed by `ca`.
func makeCertificate(_ name: String, in folder: String) async throws {
  let signer =
    ["cert", "ca"].contains(name) ? [] : ["-CA", "\(folder)/ca.pem", "-CAkey", "\(folder)/ca.key"]
  let subject =
    name == "ca" ? [] : ["-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1,email:\(name)@example.org"]
  let said = try await printed(
    "openssl",
    ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"]
      + ["-subj", "/CN=\(name)", "-keyout", "\(folder)/\(name).key", "-out", "\(folder)/\(name).pem"]
      + subject
      + signer)
  try #require(FileManager.default.fileExists(atPath: "\(folder)/\(name).pem"), "\(said)")
}

/// A user `alice` with the password `U*U`, hashed at the lowest cost (a published vector of bcrypt).
let aliceConfig = """
  basic_auth_users:
    alice: $2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW

  """

/// TLS with the certificate `cert`.
let tlsConfig = """
  tls_server_config:
    cert_file: cert.pem
    key_file: cert.key

  """
