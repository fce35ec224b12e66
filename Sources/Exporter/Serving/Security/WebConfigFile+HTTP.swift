import HTTPTypes

// The sections http_server_config, basic_auth_users and rate_limit.
extension WebConfigFile {
  /// What a header may say; nil for anything.
  private static let headerValues: [(name: String, values: [String]?)] = [
    ("Strict-Transport-Security", nil), ("X-Content-Type-Options", ["nosniff"]),
    ("X-Frame-Options", ["deny", "sameorigin"]), ("X-XSS-Protection", nil), ("Content-Security-Policy", nil),
  ]

  mutating func httpHeaders(_ section: YAMLMapping) -> [HTTPField] {
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

  func users(_ section: YAMLField) -> [String: PasswordHash] {
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

  func rateLimit(_ section: YAMLMapping) -> RateLimit? {
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
