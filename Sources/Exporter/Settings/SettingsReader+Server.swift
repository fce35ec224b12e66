import BBBAPI
import BBBClient
import NIOCore

// The server that is watched: where it is, and how it is trusted.
extension SettingsReader {
  mutating func apiBase() -> APIBase? {
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

  mutating func sharedSecret() -> SharedSecret? {
    switch (given(.apiSecret), given(.apiSecretFile)) {
    case (nil, nil):
      refuse(.apiSecret, "is not set; either it or API_SECRET_FILE is required")
      return nil
    case (_?, _?):
      refuse(.apiSecretFile, "must not be set together with API_SECRET")
      return nil
    case (let value?, nil): return secret(value, from: .apiSecret)
    case (nil, let path?): return secret(inFile: path)
    }
  }

  private mutating func secret(inFile path: String) -> SharedSecret? {
    do throws(FileTreeError) {
      let text = try files.text(of: path)
      // Every editor ends a file with a line feed; that alone is worth no warning.
      let line = text.last?.isNewline == true ? String(text.dropLast()) : text
      return secret(line, from: .apiSecretFile)
    } catch {
      refuse(.apiSecretFile, "must name a readable file: \(error)")
      return nil
    }
  }

  private mutating func secret(_ value: String, from name: SettingName) -> SharedSecret? {
    var trimmed = value
    while trimmed.last?.isWhitespace == true { trimmed.removeLast() }
    guard !trimmed.isEmpty else {
      refuse(
        name,
        name == .apiSecret ? "must not be blank" : "must name a file that holds a secret, not a blank one")
      return nil
    }
    if trimmed != value {
      warnings.append("\(name.rawValue): white space at the end of the secret was ignored")
    }
    return SharedSecret(trimmed)
  }

  mutating func trust() -> TLSTrust {
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
      refuse(.tlsVerify, "must be true, false or the path of a CA bundle: it \(error)")
    }
    return trust
  }
}

// The server that is offered: where it listens, and how long it takes.
extension SettingsReader {
  mutating func port() -> Int {
    let value = text(.port)
    guard let port = Self.wholeNumber(value), (1...65535).contains(port) else {
      refuse(.port, "must be a whole number from 1 to 65535")
      return 0
    }
    return port
  }

  mutating func bindIP() -> String {
    let value = text(.bindIP)
    if (try? SocketAddress(ipAddress: value, port: 0)) == nil {
      refuse(.bindIP, "must be an IPv4 or IPv6 address, as in 0.0.0.0 or ::1")
    }
    return value
  }

  mutating func scrapeTimeout() -> Duration {
    guard let seconds = Double(text(.scrapeTimeout)), (0.1...300).contains(seconds) else {
      refuse(.scrapeTimeout, "must be a number of seconds from 0.1 to 300")
      return .zero
    }
    return .seconds(seconds)
  }

  /// The number that consists of ASCII digits alone; nil for anything else and for what no Int holds.
  static func wholeNumber(_ text: some StringProtocol) -> Int? {
    text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? Int(text) : nil
  }
}
