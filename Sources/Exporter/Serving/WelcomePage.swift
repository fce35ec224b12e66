/// The page for a person who opens the exporter in a browser: what it offers, as it is configured.
struct WelcomePage {
  /// The targets that `/probe` knows.
  let targets: [String]
  /// Whether POST to `/-/reload` is answered.
  let canReload: Bool

  /// The most targets that get a link.
  private static let listed = 100

  var html: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>BigBlueButton exporter</title>
    <style>
    \(Self.style)
    </style>
    </head>
    <body>
    <main>
    <header>
    <h1>BigBlueButton exporter</h1>
    <p class="soft">\(ExporterIdentity.name) \(ExporterIdentity.version)</p>
    </header>
    <p>Watches BigBlueButton servers through their API and offers what it sees to Prometheus: meetings, the people in
    them, recordings, and how the API itself fares.</p>
    <h2>Endpoints</h2>
    <ul>
    \(ServedPath.allCases.filter(isOn).map(Self.row).joined(separator: "\n"))
    </ul>
    \(targetList)
    </main>
    </body>
    </html>

    """
  }

  private func isOn(_ endpoint: ServedPath) -> Bool {
    switch endpoint.need {
    case .nothing, .server: true
    case .targets: !targets.isEmpty
    case .lifecycle: canReload
    }
  }

  /// Only what a browser can open is a link.
  private static func row(for endpoint: ServedPath) -> String {
    let path = escaped(endpoint.path)
    let isLink = endpoint.need != .lifecycle && !endpoint.path.contains("NAME")
    return "<li>\(isLink ? "<a href=\"\(path)\">\(path)</a>" : "<b>\(path)</b>")"
      + "<span>\(escaped(endpoint.meaning))</span></li>"
  }

  private var targetList: String {
    if targets.isEmpty { return "" }
    let rows = targets.prefix(Self.listed).map { name in
      let link = "/probe?target=\(Self.percentEncoded(name))"
      return
        "<li><a href=\"\(link)\">\(Self.escaped(name))</a><a class=\"soft\" href=\"\(link)&amp;debug=true\">debug</a></li>"
    }
    let rest = targets.count - rows.count
    let more = rest > 0 ? "\n<li><span>and \(rest) more</span></li>" : ""
    return "<h2>Targets</h2>\n<ul>\n\(rows.joined(separator: "\n"))\(more)\n</ul>"
  }

  private static func escaped(_ text: String) -> String {
    text.map { character in
      switch character {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      default: String(character)
      }
    }.joined()
  }

  /// All but what RFC 3986 calls unreserved.
  private static func percentEncoded(_ text: String) -> String {
    let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)
    return text.utf8.map { byte in
      plain.contains(byte)
        ? String(UnicodeScalar(byte))
        : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }.joined()
  }
}
