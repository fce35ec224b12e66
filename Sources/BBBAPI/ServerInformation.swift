/// What a server says about itself on the version page.
///
/// - Source: facts §2.1.
public struct ServerInformation: Sendable, Equatable, Codable {
  /// `2.0` for every 2.x and 3.x release.
  public var apiVersion: String
  /// Empty unless the operator reveals it.
  public var bbbVersion: String
  /// The version of the interface for plug-ins of the client.
  public var html5PluginSdkVersion: String
  /// Where the client's GraphQL subscriptions go.
  public var graphqlWebsocketUrl: String
  /// Where the client's GraphQL queries go.
  public var graphqlApiUrl: String

  /// Makes the defaults of a server behind TLS.
  ///
  /// - Parameter host: the name, with a port where it is not 443.
  public init(host: String) {
    apiVersion = "2.0"
    bbbVersion = ""
    html5PluginSdkVersion = "0.0.95"
    graphqlWebsocketUrl = "wss://\(host)/graphql"
    graphqlApiUrl = "https://\(host)/api/rest"
  }
}
