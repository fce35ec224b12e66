public import BBBAPI

/// A request as it came over the wire, before anything about it is trusted.
public struct APIRequest: Sendable, Equatable {
  /// The HTTP method, upper case.
  public var method: String
  /// The path after `/bigbluebutton/api`, without the slash; empty for the index.
  public var path: String
  /// The part behind `?`, still percent-encoded.
  public var query: RawQuery
  /// The header of that name, if any.
  public var contentType: String?
  /// The body, empty when there is none.
  public var body: [UInt8]
  /// Whether a `Transfer-Encoding` header speaks of a body, be it empty.
  public var announcesBody = false
  /// The browser's session with the servlet container: the cookie `JSESSIONID`.
  public var servletSession: String?
  /// Scheme and host as the caller knows this server, such as `http://127.0.0.1:8090`, and the path that stands before
  /// its own where it shares the port with others; links begin with it.
  public var serverURL: String

  /// Makes a request; by default a GET without query.
  public init(
    method: String = "GET", path: String, query: RawQuery = RawQuery(""), contentType: String? = nil,
    body: [UInt8] = [], serverURL: String
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.contentType = contentType
    self.body = body
    self.serverURL = serverURL
  }

  /// The server's URL without the scheme.
  var hostAndPrefix: String {
    serverURL.firstRange(of: "://").map { String(serverURL[$0.upperBound...]) } ?? serverURL
  }

  /// The path that stands before this server's own; empty for a server that has the port for itself.
  var pathPrefix: String {
    let host = hostAndPrefix
    return host.firstIndex(of: "/").map { String(host[$0...]) } ?? ""
  }
}
