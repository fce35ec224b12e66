public import BBBAPI

/// The version page.
///
/// - Source: facts §2.1.
extension Response {
  /// The version page as XML.
  public static func index(_ server: ServerInformation, profile: Profile = .v3_0) -> [UInt8] {
    succeeded { text in
      for pair in entries(of: server, shape: profile.indexShape, endpoints: xmlEndpoints(of: server)) {
        text.element(pair.key, pair.value)
      }
    }
  }

  /// The version page as JSON, which 3.0 answers to a request whose content type is `application/json`.
  public static func indexJSON(_ server: ServerInformation) -> [UInt8] {
    let success = Metadatum("returncode", "SUCCESS")
    let pairs = [success] + entries(of: server, shape: .endpoints, endpoints: jsonEndpoints(of: server))
    let lines = pairs.map { "        \(JSONText.quoted($0.key)): \(JSONText.quoted($0.value))" }
    return Array("{\n    \"response\": {\n\(lines.joined(separator: ",\n"))\n    }\n}".utf8)
  }

  private static func entries(
    of server: ServerInformation, shape: IndexShape, endpoints: [Metadatum]
  ) -> [Metadatum] {
    let version = [Metadatum("version", server.apiVersion)]
    let versions = [Metadatum("apiVersion", server.apiVersion), Metadatum("bbbVersion", server.bbbVersion)]
    return switch shape {
    case .version: version
    case .versions: version + versions
    case .endpoints: version + versions + endpoints
    }
  }

  private static func xmlEndpoints(of server: ServerInformation) -> [Metadatum] {
    [
      Metadatum("html5PluginSdkVersion", server.html5PluginSdkVersion),
      Metadatum("graphqlWebsocketUrl", server.graphqlWebsocketUrl),
      Metadatum("graphqlApiUrl", server.graphqlApiUrl),
    ]
  }

  /// The JSON page names the plug-in interface last.
  private static func jsonEndpoints(of server: ServerInformation) -> [Metadatum] {
    let endpoints = xmlEndpoints(of: server)
    return Array(endpoints.dropFirst() + endpoints.prefix(1))
  }
}
