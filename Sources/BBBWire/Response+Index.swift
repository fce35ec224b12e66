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
    let members = entries(of: server, shape: .endpoints, endpoints: jsonEndpoints(of: server))
      .map { JSONValue.Member($0.key, .string($0.value)) }
    let response = [JSONValue.Member("returncode", "SUCCESS")] + members
    return JSONValue.members(["response": .object(response)]).prettyPrinted
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
