import FoundationEssentials

/// A temporary folder that one case has for itself; the exporter's own temporary files land in it.
struct CaseFolder: Sendable {
  /// Where it is; no other folder was ever called so.
  let path: String

  /// The certificate of the authority that vouches for the simulated server, in a case that speaks TLS.
  var authorityFile: String { path + "/ca.pem" }

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
