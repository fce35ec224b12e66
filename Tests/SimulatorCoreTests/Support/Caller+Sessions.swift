import BBBAPI
import SimulatorCore

/// What a browser holds after `join`.
struct Browser {
  var token: String
  var cookie: String?
}

extension Caller {
  /// Creates `demo-1`, whose passwords are `ap` and `mp`.
  @discardableResult
  func createDemo(_ more: [(String, String)] = []) -> APIReply {
    signed(
      .create,
      [("name", "Demo"), ("meetingID", "demo-1"), ("attendeePW", "ap"), ("moderatorPW", "mp")] + more)
  }

  /// Joins `demo-1` and keeps what a browser would.
  func join(_ name: String, role: String = "MODERATOR", _ more: [(String, String)] = []) -> Browser {
    let reply = signed(
      .join, [("meetingID", "demo-1"), ("fullName", name), ("role", role), ("redirect", "false")] + more)
    let cookie = reply.header("Set-Cookie")?.dropFirst("JSESSIONID=".count).prefix { $0 != ";" }
    return Browser(token: reply.element("session_token") ?? "", cookie: cookie.map(String.init))
  }

  /// A call that a browser makes with its token and cookie.
  func ask(
    _ call: APICall, _ browser: Browser, _ more: [(String, String)] = [], method: String = "GET"
  ) -> APIReply {
    let pairs = [Metadatum("sessionToken", browser.token)] + more.map { Metadatum($0.0, $0.1) }
    var request = APIRequest(
      method: method, path: call.rawValue, query: RawQuery(SignedQuery.encoded(pairs)),
      serverURL: Self.serverURL)
    request.servletSession = browser.cookie
    return send(request)
  }

  func signed(_ call: APICall, _ parameters: [(String, String)]) -> APIReply {
    let pairs = parameters.map { Metadatum($0.0, $0.1) }
    return raw(
      call.rawValue, SignedQuery.signed(call: call.rawValue, parameters: pairs, secret: Self.secret))
  }

  /// A signed POST with a body.
  func post(_ call: APICall, _ parameters: [(String, String)], _ contentType: String?, _ body: String)
    -> APIReply
  {
    let pairs = parameters.map { Metadatum($0.0, $0.1) }
    let query = SignedQuery.signed(call: call.rawValue, parameters: pairs, secret: Self.secret)
    return send(
      APIRequest(
        method: "POST", path: call.rawValue, query: RawQuery(query), contentType: contentType,
        body: Array(body.utf8), serverURL: Self.serverURL))
  }
}
