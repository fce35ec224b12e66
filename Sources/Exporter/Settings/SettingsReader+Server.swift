import BBBAPI
import BBBClient

// The server that `/metrics` shows: where it is, and how it is trusted.
extension SettingsReader {
  /// Nil after a mistake, and when only a targets file names servers.
  mutating func watchedServer() -> WatchedServer? {
    let isElsewhere = [.apiBaseURL, .apiSecret, .apiSecretFile].allSatisfy { given($0) == nil }
    if isElsewhere, given(.targetsFile) != nil { return nil }
    let base = apiBase()
    let secret = sharedSecret()
    let algorithm = checksumAlgorithm()
    let trust = trust()
    guard let base, let secret else { return nil }
    return WatchedServer(base: base, secret: secret, algorithm: algorithm, trust: trust)
  }

  private mutating func checksumAlgorithm() -> ChecksumAlgorithm {
    if let algorithm = ChecksumAlgorithm(rawValue: text(.checksumAlgorithm).lowercased()) { return algorithm }
    refuse(.checksumAlgorithm, "must be sha1, sha256, sha384 or sha512")
    return .sha1
  }

  private mutating func apiBase() -> APIBase? {
    guard let value = given(.apiBaseURL) else {
      refuse(.apiBaseURL, "is not set; it is required, as in https://bbb.example.org/bigbluebutton/api/")
      return nil
    }
    do throws(APIBaseError) {
      return try APIBase(parsing: value)
    } catch {
      refuse(.apiBaseURL, error.description)
      return nil
    }
  }

  private mutating func sharedSecret() -> SharedSecret? {
    switch (given(.apiSecret), given(.apiSecretFile)) {
    case (nil, nil):
      refuse(.apiSecret, "is not set; either it or API_SECRET_FILE is required")
      return nil
    case (_?, _?):
      refuse(.apiSecretFile, "must not be set together with API_SECRET")
      return nil
    case (let value?, nil):
      return secret(from: .apiSecret) { () throws(SharedSecretTextError) in
        try SharedSecretText(parsing: value)
      }
    case (nil, let path?): return secret(inFile: path)
    }
  }

  private mutating func secret(inFile path: String) -> SharedSecret? {
    do throws(FileTreeError) {
      let text = try files.text(of: path)
      return secret(from: .apiSecretFile) { () throws(SharedSecretTextError) in
        try SharedSecretText(parsingFile: text)
      }
    } catch {
      refuse(.apiSecretFile, "must name a readable file: \(error)")
      return nil
    }
  }

  private mutating func secret(
    from name: SettingName, _ read: () throws(SharedSecretTextError) -> SharedSecretText
  ) -> SharedSecret? {
    do throws(SharedSecretTextError) {
      let text = try read()
      if text.wasTrimmed { warnings.append("\(name.rawValue): white space around the secret was ignored") }
      return text.secret
    } catch {
      refuse(name, name == .apiSecret ? "\(error)" : "names a file whose content \(error)")
      return nil
    }
  }

  private mutating func trust() -> TLSTrust {
    let value = text(.tlsVerify)
    switch value.lowercased() {
    case "true": return .system
    case "false":
      warnings.append("TLS_VERIFY=false: whoever answers is trusted")
      return .anyone
    default: return bundle(at: value)
    }
  }

  private mutating func bundle(at path: String) -> TLSTrust {
    let trust = TLSTrust.bundle(path: path)
    do throws(TLSTrustError) {
      try trust.validate()
    } catch {
      refuse(.tlsVerify, "must be true, false or the path of a CA bundle: \(error)")
    }
    return trust
  }
}
