import BBBAPI
import SimulatorServer

/// A name in the environment by which some client of BBB knows its server.
struct ClientVariable: Sendable {
  /// What the variable holds.
  enum Content: Sendable {
    /// `http://HOST:PORT/bigbluebutton/api/`
    case api
    /// `http://HOST:PORT/bigbluebutton/api`, for those who put the slash themselves.
    case apiWithoutSlash
    /// `http://HOST:PORT/bigbluebutton/`, as `bbb-conf --secret` prints it.
    case application
    case secret
  }

  let name: String
  let content: Content
  /// Who reads it.
  let reader: String

  /// The well-known ones, from each client's own documentation.
  static let all = [
    ClientVariable(name: "API_BASE_URL", content: .api, reader: "BigBlueButton Exporter, bbb-exporter"),
    ClientVariable(name: "API_SECRET", content: .secret, reader: "BigBlueButton Exporter, bbb-exporter"),
    ClientVariable(name: "BBBCTL_SERVER", content: .api, reader: "bbbctl"),
    ClientVariable(name: "BBBCTL_SECRET", content: .secret, reader: "bbbctl"),
    ClientVariable(name: "BIGBLUEBUTTON_ENDPOINT", content: .api, reader: "Greenlight"),
    ClientVariable(name: "BIGBLUEBUTTON_SECRET", content: .secret, reader: "Greenlight"),
    ClientVariable(name: "BBB_SERVER_BASE_URL", content: .application, reader: "bigbluebutton-api-php"),
    ClientVariable(
      name: "BBB_SECRET", content: .secret, reader: "bigbluebutton-api-php, bigbluebutton-js"),
    ClientVariable(
      name: "BBB_SECURITY_SALT", content: .secret, reader: "bigbluebutton-api-php before 2.0, Laravel"),
    ClientVariable(name: "BBB_URL", content: .application, reader: "bigbluebutton-js"),
    ClientVariable(name: "BBB_API_URL", content: .apiWithoutSlash, reader: "django-bigbluebutton and others"),
    ClientVariable(name: "BBB_SECRET_KEY", content: .secret, reader: "django-bigbluebutton and others"),
  ]

  /// The environment of a client of this server.
  static func values(for endpoint: Endpoint, secret: SharedSecret) -> [String: String] {
    let pairs = all.map { ($0.name, $0.value(endpoint, secret)) }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  /// The table for `--help`, without a line feed at its end.
  static var helpTable: String {
    let width = all.map(\.name.count).max() ?? 0
    return all.map { "  \($0.name)\(String(repeating: " ", count: width + 2 - $0.name.count))\($0.shape)" }
      .joined(separator: "\n")
  }

  private func value(_ endpoint: Endpoint, _ secret: SharedSecret) -> String {
    switch content {
    case .api: endpoint.apiBaseURL
    case .apiWithoutSlash: String(endpoint.apiBaseURL.dropLast())
    case .application: "\(endpoint.url)/bigbluebutton/"
    case .secret: secret.reveal
    }
  }

  private var shape: String {
    switch content {
    case .api: "…/bigbluebutton/api/ (\(reader))"
    case .apiWithoutSlash: "…/bigbluebutton/api (\(reader))"
    case .application: "…/bigbluebutton/ (\(reader))"
    case .secret: "the secret (\(reader))"
    }
  }
}
