import BBBClient

// Answers that are no answers of BigBlueButton.
extension CheckFinding {
  static func otherPath(_ text: String, base: APIBase) -> CheckFinding {
    failed("path", "\(text); the API answers at another path", fix: "set API_BASE_URL=\(base.text)")
  }

  static func notFound(_ base: APIBase) -> CheckFinding {
    failed(
      "not-found", "HTTP status 404: no API at \(base.path)",
      fix: "correct API_BASE_URL (bbb-conf --secret prints it on the server)")
  }

  static func redirect(to target: RedirectTarget) -> CheckFinding {
    switch target {
    case .secure(let base):
      failed("redirect", "redirected to https, which is not followed", fix: "set API_BASE_URL=\(base.text)")
    case .elsewhere(let origin, let base):
      failed(
        "redirect", "redirected to \(origin), which is not followed",
        fix: "if that is your server, set API_BASE_URL=\(base.text)")
    case .sameHost:
      failed(
        "redirect", "redirected to another path of the same host, as log-in pages do",
        fix: "correct the path in API_BASE_URL, or let the API past the log-in")
    case .unreadable:
      failed(
        "redirect", "redirected without a readable Location",
        fix: "look what answers there (curl -i), and correct API_BASE_URL")
    }
  }

  static func webPage(_ page: WebPage) -> CheckFinding {
    failed("web-page", "\(page.text) instead of XML", fix: page.fix)
  }

  static func foreign(_ reason: String) -> CheckFinding {
    failed(
      "not-bbb", "something else than BigBlueButton answers: \(reason)",
      fix: "correct host and path of API_BASE_URL (bbb-conf --secret prints it on the server)")
  }

  static func truncated(_ reason: String) -> CheckFinding {
    failed(
      "truncated", "the answer breaks off: \(reason)",
      fix: "look into nginx's error log on the way to the server (proxy buffers, disk full)")
  }

  static func unreadable(_ reason: String) -> CheckFinding {
    failed(
      "unreadable", "unreadable answer: \(reason)",
      fix: "look at it yourself (curl), then into the log of bbb-web")
  }

  static func refusedByProxy(_ status: UInt) -> CheckFinding {
    failed(
      "forbidden", "HTTP status \(status): something in front of the API lets nobody in without more",
      fix: "let this machine past the log-in or address filter of the proxy")
  }

  static func tooMany(_ retryAfter: Int?) -> CheckFinding {
    failed(
      "rate-limited", "HTTP status 429: too many requests",
      fix: hint(retryAfter) + "raise the limit for this machine, or scrape less often")
  }

  static func serverError(_ status: UInt, _ retryAfter: Int?) -> CheckFinding {
    let isGateway = (502...504).contains(status)
    return failed(
      "server-error",
      "HTTP status \(status)\(isGateway ? ": nginx answers, bbb-web behind it does not" : "")",
      fix: hint(retryAfter)
        + (isGateway ? "start it (bbb-conf --status, systemctl status bbb-web)" : "look into bbb-web's log"))
  }

  static func oddStatus(_ status: UInt) -> CheckFinding {
    failed(
      "status", "HTTP status \(status)", fix: "look what answers there (curl -i), and correct API_BASE_URL")
  }

  private static func hint(_ retryAfter: Int?) -> String {
    retryAfter.map { "try again in \($0) s as it asks, or " } ?? ""
  }
}
