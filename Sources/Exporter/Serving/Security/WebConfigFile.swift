import Crypto
import HTTPTypes

/// What became of a web configuration file.
struct WebConfigOutcome: Sendable {
  /// What it says; nil when there is any mistake.
  let security: WebSecurity?
  let mistakes: [ConfigurationMistake]
  /// What was tolerated, a line each.
  let warnings: [String]
  /// What every file held that was read, by path; nil for one that could not be. When they change, it is time to read again.
  let digests: [String: SHA256Digest?]
}

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

  /// The path as seen from the folder of the file.
  func resolved(_ other: String) -> String {
    guard !other.hasPrefix("/"), let slash = path.lastIndex(of: "/") else { return other }
    return path[...slash] + other
  }
}

// Headers, users, rate.
extension WebConfigFile {
  /// What a header may say; nil for anything.
  private static let headerValues: [(name: String, values: [String]?)] = [
    ("Strict-Transport-Security", nil), ("X-Content-Type-Options", ["nosniff"]),
    ("X-Frame-Options", ["deny", "sameorigin"]), ("X-XSS-Protection", nil), ("Content-Security-Policy", nil),
  ]

  private mutating func httpHeaders(_ section: YAMLMapping) -> [HTTPField] {
    if section["http2"]?.flag() == true {
      warn("http2 is true, and this exporter speaks HTTP/1.1 alone: clients that offer both get HTTP/1.1")
    }
    guard let headers = section["headers"], !headers.isNothing else { return [] }
    return headers.mapping { fields in
      Self.headerValues.compactMap { Self.header($0.name, $0.values, in: fields) }
    }
      ?? []
  }

  private static func header(_ name: String, _ values: [String]?, in fields: YAMLMapping) -> HTTPField? {
    // A blank value leaves the header unset.
    guard let field = fields[name], let text = field.scalar, !text.isEmpty else { return nil }
    if values?.contains(text) ?? HTTPField.isValidValue(text) {
      return HTTPField.Name(name).map { HTTPField(name: $0, value: text) }
    }
    let fix =
      values.map { "write \($0.joined(separator: " or "))" } ?? "write one line of printable characters"
    field.report("\(name) has a value that it cannot have", fix: fix)
    return nil
  }

  private func users(_ section: YAMLField) -> [String: PasswordHash] {
    var users: [String: PasswordHash] = [:]
    for (key, value) in section.entries(fix: "write USER: HASH below it") {
      let name = key.scalar ?? ""
      if name.isEmpty || name.contains(":") {
        key.report("a user has a name that basic auth cannot carry", fix: "use a name without a colon")
      }
      do throws(PasswordHash.Refusal) {
        users[name] = try PasswordHash(value.scalar ?? "")
      } catch {
        value.report(error.summary, fix: error.fix)
      }
    }
    return users
  }

  private func rateLimit(_ section: YAMLMapping) -> RateLimit? {
    let burst = section["burst"]
    guard let field = section["interval"] else { return nil }
    guard let interval = GoDuration.parse(field.scalar ?? "") else {
      field.report("interval is not a duration", fix: "write it as Go does, such as 100ms, 1s or 1m30s")
      return nil
    }
    guard interval > .zero else { return nil }
    guard let count = Int(wholeNumber: burst?.scalar ?? "0"), count > 0 else {
      (burst ?? field).report("burst lets nobody in", fix: "write a whole number from 1, as in burst: 20")
      return nil
    }
    return RateLimit(interval: interval, burst: count)
  }
}

extension PasswordHash.Refusal {
  fileprivate var summary: String {
    switch self {
    case .noBcrypt: "the password of a user is not hashed with bcrypt"
    case .tooCostly(let cost):
      "the cost of a password is \(cost), and each sign-in would take minutes to hours"
    }
  }

  fileprivate var fix: String {
    switch self {
    case .noBcrypt: "put what `htpasswd -nB USER` prints behind the colon, in quotes"
    case .tooCostly: "hash it with a cost of 10 to \(PasswordHash.highestCost), as in `htpasswd -nBC 10 USER`"
    }
  }
}
