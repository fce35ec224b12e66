/// What kind of web page stands where the API should.
enum WebPage: Sendable, Equatable {
  /// The one that a freshly installed nginx shows.
  case nginxDefault
  /// One that asks for a password.
  case logIn
  case other

  /// Tells the kind by the opening of the page.
  init(opening: String) {
    let text = opening.lowercased()
    if text.contains("welcome to nginx") {
      self = .nginxDefault
    } else if text.contains("type=\"password\"") || text.contains("type='password'") {
      self = .logIn
    } else {
      self = .other
    }
  }

  var text: String {
    switch self {
    case .nginxDefault: "nginx's default page"
    case .logIn: "a log-in page"
    case .other: "a web page"
    }
  }

  var fix: String {
    switch self {
    case .nginxDefault:
      "correct host and path of API_BASE_URL: BigBlueButton's site is not the one that answers"
    case .logIn: "let the API past the log-in of the proxy, or correct API_BASE_URL"
    case .other: "correct the path in API_BASE_URL (bbb-conf --secret prints it on the server)"
    }
  }
}
