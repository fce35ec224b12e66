import Crypto

/// Reads the web configuration file that Prometheus' exporters share, and the certificates it names.
///
/// Unknown keys are mistakes, paths are relative to the file, and an empty file means plain HTTP for everybody. What this
/// exporter cannot do is refused or warned about, never passed over.
/// - Source: prometheus/exporter-toolkit `docs/web-configuration.md` and `web/tls_config.go`.
struct WebConfigFile {
  let path: String
  let files: any FileTree
  let sink: MistakeSink
  private var warnings: [String] = []
  private var digests: [String: SHA256Digest?] = [:]

  /// Reads and checks everything; blocks, so never on an event loop.
  static func read(_ path: String, files: any FileTree) -> WebConfigOutcome {
    var reader = WebConfigFile(path: path, files: files, sink: MistakeSink(file: path))
    let security = reader.security()
    let mistakes = reader.sink.mistakes
    return WebConfigOutcome(
      security: mistakes.isEmpty ? security : nil, mistakes: mistakes, warnings: reader.warnings,
      digests: reader.digests)
  }

  private mutating func security() -> WebSecurity {
    do throws(FileTreeError) {
      let text = try content(of: path)
      guard !Self.isEmpty(text), let root = YAMLText.root(of: text, sink: sink) else { return WebSecurity() }
      return root.mapping { sections($0) } ?? WebSecurity()
    } catch {
      sink.report(
        line: 1, column: 1, "the file cannot be read: \(error)",
        fix: "give --web.config.file a file that this user may read")
      return WebSecurity()
    }
  }

  private mutating func sections(_ file: YAMLMapping) -> WebSecurity {
    var security = WebSecurity()
    if let section = file["tls_server_config"], !section.isNothing {
      security.tls = section.mapping { tlsTerms($0) }
    }
    if let section = file["http_server_config"], !section.isNothing {
      security.headers = section.mapping { httpHeaders($0) } ?? []
    }
    if let section = file["basic_auth_users"] { security.users = users(section) }
    if let section = file["rate_limit"], !section.isNothing {
      security.rateLimit = section.mapping(rateLimit)
    }
    return security
  }

  /// Whether there is nothing but comments.
  private static func isEmpty(_ text: String) -> Bool {
    text.split(whereSeparator: \.isNewline).allSatisfy { line in
      let words = line.drop { $0.isWhitespace }
      return words.isEmpty || words.hasPrefix("#") || words == "---"
    }
  }

  /// Notes what is tolerated.
  mutating func warn(_ text: String) { warnings.append("\(path): \(text)") }

  /// The text of a file, which counts as one of those that make up the configuration.
  mutating func content(of path: String) throws(FileTreeError) -> String {
    digests[path] = .some(nil)
    let text = try files.text(of: path)
    digests[path] = SHA256.hash(data: Array(text.utf8))
    return text
  }
}
