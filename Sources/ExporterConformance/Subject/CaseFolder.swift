import FoundationEssentials
import SimulatorServer

/// A temporary folder that one case has for itself; the exporter's own temporary files land in it.
struct CaseFolder: Sendable {
  /// Where it is; no other folder was ever called so.
  let path: String

  /// The certificate of the authority that vouches for the simulated server, in a case that speaks TLS.
  var authorityFile: String { path + "/ca.pem" }

  /// A directory with nothing but that certificate, under the name by which OpenSSL finds it.
  var authorityDirectory: String { path + "/authorities" }

  /// Writes down who vouches for the simulated server; an empty file where nobody needs to.
  func layOut(_ authority: TLSIdentity?) throws {
    let certificate = Data((authority?.authorityPEM ?? "").utf8)
    try certificate.write(to: URL(filePath: authorityFile))
    guard let name = authority?.authorityFileName else { return }
    try FileManager.default.createDirectory(atPath: authorityDirectory, withIntermediateDirectories: true)
    try certificate.write(to: URL(filePath: "\(authorityDirectory)/\(name)"))
  }

  /// What the folders of this judge begin with; short, for the sockets of exporters have room for 108 characters.
  private static let prefix =
    FileManager.default.temporaryDirectory.path + "/bbb-conformance-" + Self.name() + "-"

  /// Comes to be with the first folder.
  private static let heir = Heir(of: prefix)

  /// Makes it.
  init() throws {
    _ = Self.heir
    path = Self.prefix + Self.name()
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  private static func name() -> String { String(UInt64.random(in: 0 ... .max), radix: 36) }

  /// Removes it with all that is in it.
  func remove() {
    // What is left in a temporary folder is no reason to spoil a verdict.
    try? FileManager.default.removeItem(atPath: path)
  }
}
