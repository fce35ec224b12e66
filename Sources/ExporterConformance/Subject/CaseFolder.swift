import FoundationEssentials

/// A temporary folder that one case has for itself; the exporter's own temporary files land in it.
struct CaseFolder: Sendable {
  /// Where it is; no other folder was ever called so.
  let path: String

  /// The certificate of the authority that vouches for the simulated server, in a case that speaks TLS.
  var authorityFile: String { path + "/ca.pem" }

  /// Makes it.
  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/bbb-conformance-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  /// Removes it with all that is in it.
  func remove() {
    // What is left in a temporary folder is no reason to spoil a verdict.
    try? FileManager.default.removeItem(atPath: path)
  }
}
