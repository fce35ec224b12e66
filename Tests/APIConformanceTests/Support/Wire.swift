import BBBAPI

/// A request as a proxy sees it.
struct WireRequest: Sendable {
  /// Everything up to `/api/`.
  let base: String
  var method = "GET"
  var contentType: String?
  var call: String
  /// The query, parameter by parameter, as sent.
  var pieces: [String]
  /// Whether the proxy puts a right checksum in before it passes the request on.
  var isSignedAgain = false

  init(url: String) {
    // Without the slash it is the version page too.
    let behind = url.ranges(of: "/api/").first.map(\.upperBound) ?? url.firstIndex(of: "?") ?? url.endIndex
    base = String(url[..<behind])
    let parts = url[behind...].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    call = String(parts[0])
    pieces = parts.count > 1 ? parts[1].split(separator: "&").map(String.init) : []
  }

  subscript(name: String) -> String? {
    pieces.first { $0.hasPrefix(name + "=") }.map { String($0.dropFirst(name.count + 1)) }
  }

  mutating func remove(_ name: String) {
    pieces.removeAll { $0.hasPrefix(name + "=") }
    isSignedAgain = true
  }

  /// Changes the query, which is signed anew if it is another one then.
  mutating func replacePieces(_ change: (String) -> String) {
    let changed = pieces.map(change)
    guard changed != pieces else { return }
    pieces = changed
    isSignedAgain = true
  }

  mutating func add(_ piece: String) {
    pieces.append(piece)
    isSignedAgain = true
  }

  func url(secret: SharedSecret) -> String {
    var pieces = pieces
    if isSignedAgain {
      pieces.removeAll { $0.hasPrefix("checksum=") }
      let query = pieces.joined(separator: "&")
      pieces.append(
        "checksum=" + Checksum.hexDigest(call: call, query: query, secret: secret, algorithm: .sha256))
    }
    return base + call + (pieces.isEmpty ? "" : "?" + pieces.joined(separator: "&"))
  }
}

/// An answer as a proxy sees it.
struct WireAnswer: Sendable {
  var status: Int = 200
  var contentType = "text/xml;charset=utf-8"
  /// The headers beside the content type.
  var headers: [String: String] = [:]
  var text: String

  /// A redirect.
  static func redirect(to location: String) -> WireAnswer {
    WireAnswer(status: 302, headers: ["Location": location], text: "")
  }

  /// A FAILED answer.
  static func failed(_ key: String) -> WireAnswer {
    WireAnswer(
      text:
        "<response>\n<returncode>FAILED</returncode>\n<messageKey>\(key)</messageKey>\n<message>m</message>\n</response>"
    )
  }

  /// A SUCCESS answer with further elements.
  static func succeeded(_ elements: String) -> WireAnswer {
    WireAnswer(text: "<response>\n<returncode>SUCCESS</returncode>\n\(elements)\n</response>")
  }

  var isFailed: Bool { text.contains("<returncode>FAILED") }
}
