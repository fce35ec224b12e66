import BBBAPI
import BBBClient

/// What a target may leave out; `defaults` of the file says it for all.
struct TargetOptions {
  var algorithm = ChecksumAlgorithm.sha1
  var trust = TLSTrust.system
  var labels: [String: String] = [:]
  var showsRecordings = true
}

extension TargetsReader {
  mutating func options(of mapping: YAMLMapping, otherwise defaults: TargetOptions) -> TargetOptions {
    var options = defaults
    let algorithms = ChecksumAlgorithm.allCases.map { (name: $0.rawValue, value: $0) }
    if let algorithm = mapping["algorithm"]?.choice(of: algorithms, ignoringCase: true) {
      options.algorithm = algorithm
    }
    if let trust = trust(in: mapping) { options.trust = trust }
    if let recordings = mapping["recordings"]?.flag() { options.showsRecordings = recordings }
    // Labels add up, so that one target need not repeat those of all.
    if let labels = mapping["labels"] { options.labels.merge(Self.labels(in: labels)) { $1 } }
    return options
  }

  private mutating func trust(in mapping: YAMLMapping) -> TLSTrust? {
    let verifies = mapping["tls_verify"]?.flag()
    guard let bundle = mapping["ca_file"] else { return verifies.map { $0 ? .system : .anyone } }
    if verifies == false {
      bundle.report("ca_file means nothing when tls_verify is false", fix: "remove one of them")
    }
    return bundle.text().flatMap { trust(at: RelativePath.resolved($0, in: file), bundle) }
  }

  private mutating func trust(at path: String, _ field: YAMLField) -> TLSTrust? {
    let trust = TLSTrust.bundle(path: path)
    guard let error = error(of: trust, at: path) else { return trust }
    field.report(
      "ca_file cannot be used: \(error)",
      fix: "name a PEM file of CA certificates, or a directory of such files")
    return nil
  }

  private static func labels(in field: YAMLField) -> [String: String] {
    var labels: [String: String] = [:]
    for (key, value) in field.entries() {
      guard let name = key.scalar, isLabelName(name) else {
        key.report(
          "\(key.name) cannot be the name of a label",
          fix: "use letters, digits and _, no digit first and not __")
        continue
      }
      labels[name] = value.text()
    }
    return labels
  }

  /// Those that begin with `__` steer Prometheus, which is not for a list of servers to do.
  private static func isLabelName(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, !("0"..."9").contains(first), !text.hasPrefix("__") else {
      return false
    }
    return text.unicodeScalars.allSatisfy { $0.isPlain || $0 == "_" }
  }
}

// The mandatory values.
extension TargetsReader {
  static func apiBase(in field: YAMLField) -> APIBase? {
    guard let text = field.text(fix: "write `url: https://HOST/bigbluebutton/api/`") else { return nil }
    do throws(APIBaseError) {
      return try APIBase(parsing: text)
    } catch {
      field.report("url \(error)", fix: "write it as in https://bbb.example.org/bigbluebutton/api/")
      return nil
    }
  }

  mutating func secret(at field: YAMLField, of target: String) -> SharedSecret? {
    guard let text = field.text(fix: "name the file that holds the shared secret") else { return nil }
    let path = RelativePath.resolved(text, in: file)
    do throws(FileTreeError) {
      let content = try files.text(of: path)
      if files.isOpenToAll(path) { note(.openToAll, of: target) }
      return secret(in: content, at: field, of: target)
    } catch {
      field.report(
        "secret_file cannot be read: \(error)",
        fix: "name a readable file; a relative path starts at the folder of this file")
      return nil
    }
  }

  private mutating func secret(in content: String, at field: YAMLField, of target: String) -> SharedSecret? {
    do throws(SharedSecretTextError) {
      let found = try SharedSecretText(parsingFile: content)
      if found.wasTrimmed { note(.trimmed, of: target) }
      return found.secret
    } catch .blank {
      field.report(
        "secret_file holds no secret, it is blank", fix: "write the shared secret to it (bbb-conf --secret)")
    } catch {
      field.report(
        "secret_file names a file whose content \(error)",
        fix: "write the secret alone to it, in one line")
    }
    return nil
  }
}

extension Unicode.Scalar {
  /// A letter or digit of ASCII.
  var isPlain: Bool {
    switch self {
    case "a"..."z", "A"..."Z", "0"..."9": true
    default: false
    }
  }
}
