import BBBAPI
import BBBClient

/// Reads the values of a targets file.
struct TargetsReader {
  /// The path of the file.
  let file: String
  let files: any FileTree
  private var names: [Oddity: [String]] = [:]
  /// Thousands of targets may share one CA file, which is checked once.
  private var checkedBundles: [String: TLSTrustError?] = [:]

  /// What is tolerated, in the order of the warnings.
  enum Oddity: CaseIterable {
    case openToAll, trimmed, unverified
  }

  init(file: String, files: any FileTree) {
    self.file = file
    self.files = files
  }

  /// The targets in the order of the file.
  mutating func targets(in root: YAMLField) -> [Target] {
    root.mapping(fix: "begin with `targets:`") { file in
      let defaults = file["defaults"].flatMap { field in
        field.mapping { mapping in options(of: mapping, otherwise: TargetOptions()) }
      }
      let list = file.required(
        "targets", fix: "begin with `targets:`, and a name with `url` and `secret_file` below it")
      return list.map { targets(below: $0, otherwise: defaults ?? TargetOptions()) }
    } ?? []
  }

  /// A line for each kind of oddity, however many targets have it.
  var warnings: [String] {
    Oddity.allCases.compactMap { oddity in
      names[oddity].map { "\(oddity.meaning): \($0.listed)" }
    }
  }

  mutating func note(_ oddity: Oddity, of target: String) { names[oddity, default: []].append(target) }

  /// Why a bundle cannot be used; nil when it can.
  mutating func error(of trust: TLSTrust, at path: String) -> TLSTrustError? {
    if let known = checkedBundles[path] { return known }
    var found: TLSTrustError?
    do throws(TLSTrustError) { try trust.validate() } catch { found = error }
    checkedBundles[path] = .some(found)
    return found
  }

  private mutating func targets(below field: YAMLField, otherwise defaults: TargetOptions) -> [Target] {
    let entries = field.entries(fix: "write `NAME:` for each server, with `url` and `secret_file` below it")
    if entries.isEmpty {
      field.report("there is no target", fix: "add one: a name with `url` and `secret_file` below it")
    }
    return entries.compactMap { key, value in
      let name = self.name(key)
      let target = target(called: key.name, value, otherwise: defaults)
      return name == nil ? nil : target
    }
  }

  /// A name travels in URLs, in labels and in this exporter's log, so it has to be plain.
  private func name(_ key: YAMLField) -> String? {
    if let name = key.scalar, Self.isName(name) { return name }
    key.report(
      "\(key.name) cannot be the name of a target",
      fix: "use 1 to 128 letters (a to z), digits and the characters . _ - :")
    return nil
  }

  private static func isName(_ text: String) -> Bool {
    (1...128).contains(text.utf8.count)
      && text.unicodeScalars.allSatisfy { $0.isPlain || "._-:".unicodeScalars.contains($0) }
  }

  private mutating func target(
    called name: String, _ field: YAMLField, otherwise defaults: TargetOptions
  ) -> Target? {
    field.mapping(fix: "write `url` and `secret_file` below it") { (mapping) -> Target? in
      let server = self.server(called: name, mapping)
      let options = self.options(of: mapping, otherwise: defaults)
      guard let (base, secret) = server else { return nil }
      if options.trust == .anyone { note(.unverified, of: name) }
      return Target(
        name: name,
        server: WatchedServer(base: base, secret: secret, algorithm: options.algorithm, trust: options.trust),
        labels: options.labels, showsRecordings: options.showsRecordings)
    }
  }

  private mutating func server(called name: String, _ mapping: YAMLMapping) -> (APIBase, SharedSecret)? {
    let url = mapping.required("url", fix: "add `url: https://HOST/bigbluebutton/api/`")
    let file = mapping.required(
      "secret_file", fix: "add `secret_file: PATH`, a file that holds its shared secret")
    mapping.forbid(
      "secret", "must not stand in this file, which many may read",
      fix: "write the secret to a file of its own and name that: `secret_file: PATH`")
    let base = url.flatMap { Self.apiBase(in: $0) }
    let secret = file.flatMap { self.secret(at: $0, of: name) }
    guard let base, let secret else { return nil }
    return (base, secret)
  }
}

extension TargetsReader.Oddity {
  fileprivate var meaning: String {
    switch self {
    case .openToAll: "every user of this machine may read the secret file (chmod o-r) of"
    case .trimmed: "white space around the secret was ignored, of"
    case .unverified: "whoever answers is trusted (tls_verify: false) as"
    }
  }
}

extension [String] {
  /// The first few, and how many more.
  var listed: String {
    let shown = prefix(10).joined(separator: ", ")
    return count > 10 ? "\(shown) and \(count - 10) more" : shown
  }
}
