import BBBAPI
public import Determinism

/// An answer, ready to be sent, and what a fault makes of the sending.
public struct APIReply: Sendable, Equatable {
  /// The HTTP status.
  public var status: Int
  /// In the order in which they are sent; `Content-Length` is the server's business.
  public var headers: [Header]
  /// The body; may be empty.
  public var body: [UInt8]
  /// When it was decided, for the `Date` header; nil sends none.
  ///
  /// A late or stale answer has the date of its request: what is wrong with it is not the server's clock.
  public var instant: SimulatedInstant?
  /// How long the answer waits before it is sent, in real time.
  public var delay: Duration = .zero
  /// What becomes of the connection.
  public var delivery: Delivery = .whole

  /// One header field.
  public struct Header: Sendable, Equatable {
    /// The field's name.
    public var name: String
    /// The field's value.
    public var value: String

    /// Names a field and its value.
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// How an answer reaches the caller, and what becomes of the connection.
  public enum Delivery: Sendable, Equatable {
    /// All of it, and the connection stays open.
    case whole
    /// Nothing; the connection is reset.
    case reset
    /// Nothing; the connection is closed.
    case closed
    /// Nothing, ever; the connection stays open until the caller gives up.
    case never
    /// Headers that promise all of it, the first so many bytes, then the connection is closed.
    case truncated(bytes: Int, isChunked: Bool = false)
    /// All of it, so many bytes of the body at a time.
    case dripped(bytes: Int, every: Duration)
    /// A line of the head at a time, then the body, then the connection is closed.
    case slowHead(every: Duration)
    /// All of it under a `Content-Length` of this number.
    case misstated(length: Int)
    /// All of it, twice.
    case duplicated
    /// The body, then ``APIReply/continuation`` again and again until the caller gives up.
    case endless
  }

  /// What follows the body of an endless answer.
  public static var continuation: [UInt8] { EndlessMeetings.more }

  /// Makes an answer that is sent at once and whole.
  public init(status: Int, headers: [Header], body: [UInt8]) {
    self.status = status
    self.headers = headers
    self.body = body
  }
}

extension APIReply {
  static func xml(_ body: [UInt8], cacheable: Bool) -> APIReply {
    APIReply(status: 200, headers: [.xml] + (cacheable ? [] : [.noCache]), body: body)
  }

  /// Sends a browser on.
  static func redirect(to location: String) -> APIReply {
    APIReply(status: 302, headers: [Header(name: "Location", value: location)], body: [])
  }

  /// The same answer with the cookie of the servlet container, which everybody gets who joins (facts §2.3).
  func opening(_ servletSession: String?) -> APIReply {
    guard let servletSession else { return self }
    var reply = self
    let cookie = "JSESSIONID=\(servletSession); Path=/bigbluebutton; HttpOnly"
    reply.headers.insert(Header(name: "Set-Cookie", value: cookie), at: 0)
    return reply
  }

  /// The page for a method that a call does not take, with those that it takes; HEAD goes wherever GET goes.
  static func methodNotAllowed(_ methods: [RequestMethod]) -> APIReply {
    var reply = page(status: 405)
    let names = methods.flatMap { $0 == .get ? ["GET", "HEAD"] : [$0.rawValue] }
    reply.headers.insert(Header(name: "Allow", value: names.joined(separator: ", ")), at: 0)
    return reply
  }

  /// A page as nginx or the servlet container writes it, for what never reaches the API.
  public static func page(status: Int) -> APIReply {
    APIReply(
      status: status, headers: [Header(name: "Content-Type", value: "text/html")],
      body: ErrorPage.html(status))
  }
}

extension APIReply.Header {
  /// Grails appends the charset (facts §0).
  static let xml = APIReply.Header(name: "Content-Type", value: "text/xml;charset=utf-8")
  static let json = APIReply.Header(name: "Content-Type", value: "application/json;charset=utf-8")
  static let noCache = APIReply.Header(name: "Cache-Control", value: "no-cache")
}

/// The HTML of a web server that has no XML to offer.
enum ErrorPage {
  static func html(_ status: Int) -> [UInt8] {
    let title = "\(status) \(reason(status))"
    return Array(
      """
      <html>
      <head><title>\(title)</title></head>
      <body>
      <center><h1>\(title)</h1></center>
      <hr><center>nginx</center>
      </body>
      </html>

      """.utf8)
  }

  private static func reason(_ status: Int) -> String {
    switch status {
    case 200: "OK"
    case 400: "Bad Request"
    case 401: "Unauthorized"
    case 403: "Forbidden"
    case 404: "Not Found"
    case 405: "Not Allowed"
    case 413: "Request Entity Too Large"
    case 414: "Request-URI Too Large"
    case 429: "Too Many Requests"
    case 500: "Internal Server Error"
    case 502: "Bad Gateway"
    case 503: "Service Temporarily Unavailable"
    case 504: "Gateway Time-out"
    default: "Error"
    }
  }
}
