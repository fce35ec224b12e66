// On the way to the server.
extension CheckFinding {
  static func unknownHost(_ host: String) -> CheckFinding {
    failed(
      "dns", "DNS: the host name \(host) has no address",
      fix: "correct the host in API_BASE_URL, or the DNS of this machine or container (getent hosts \(host))")
  }

  static func refused(_ endpoint: Endpoint) -> CheckFinding {
    failed(
      "refused", "connection refused: nothing listens on \(endpoint)",
      fix: "correct the port in API_BASE_URL, or start nginx on the server")
  }

  static func connectTimeout(_ endpoint: Endpoint, after time: Duration) -> CheckFinding {
    failed(
      "connect-timeout", "no connection to \(endpoint) within \(time.forPeople)",
      fix: "let this machine through the firewall in front of \(endpoint.host), or correct API_BASE_URL")
  }

  static func unreachable(_ endpoint: Endpoint, onlyIPv6: Bool, reason: String) -> CheckFinding {
    failed(
      "unreachable", "\(endpoint) cannot be reached: \(reason)",
      fix: onlyIPv6
        ? "the host has IPv6 addresses alone: give this machine or container IPv6, or the host an IPv4 address"
        : "give this machine or container a route to \(endpoint.host)")
  }

  static func broken(_ reason: String) -> CheckFinding {
    failed(
      "connection", "the connection broke: \(reason)",
      fix: "look what answers there (curl -v), and into its log")
  }

  static func late(after time: Duration) -> CheckFinding {
    failed(
      "no-answer", "connected, but no complete answer within \(time.forPeople)",
      fix: "look at the load of the server (bbb-conf --status), or give it more time with --timeout")
  }

  static func slow(_ time: Duration, allowance: Duration) -> CheckFinding {
    warning(
      "slow", "getMeetings took \(time.forPeople), and a scrape has \(allowance.forPeople)",
      fix: "raise scrape_timeout in Prometheus and SCRAPE_TIMEOUT_SECONDS, or find out what slows the server")
  }

  static func clockSkew(_ seconds: Int) -> CheckFinding {
    warning(
      "clock",
      "the server's clock is \(abs(seconds)) s \(seconds > 0 ? "ahead of" : "behind") this machine's",
      fix: "switch time synchronisation on where the clock is wrong (timedatectl)")
  }
}
