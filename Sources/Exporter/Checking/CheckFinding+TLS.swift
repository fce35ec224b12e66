import BBBClient
import FoundationEssentials

// Encryption, certificates, and the lack of either.
extension CheckFinding {
  static func plainPort(_ endpoint: Endpoint, base: APIBase?) -> CheckFinding {
    failed(
      "tls-on-plain-port", "TLS: \(endpoint) does not speak TLS\(base == nil ? "" : ", but plain HTTP")",
      fix: base.map { "set API_BASE_URL=\($0.text)" } ?? "correct the port in API_BASE_URL")
  }

  static func securePort(_ endpoint: Endpoint, base: APIBase) -> CheckFinding {
    failed(
      "http-on-tls-port", "\(endpoint) speaks TLS, not plain HTTP", fix: "set API_BASE_URL=\(base.text)")
  }

  static func handshakeTimeout(_ endpoint: Endpoint, after time: Duration) -> CheckFinding {
    failed(
      "tls-timeout", "TLS: \(endpoint) accepts connections, but shakes no hands within \(time.forPeople)",
      fix: "correct the port in API_BASE_URL, or look at the load of the server")
  }

  static func handshake(_ reason: String) -> CheckFinding {
    failed(
      "tls", "TLS: \(reason)",
      fix: "look at what the server offers (openssl s_client -connect): it has to be TLS 1.2 or later")
  }

  static func expired(_ subject: String, on date: Date) -> CheckFinding {
    failed(
      "tls-expired", "TLS: \(subject) expired on \(date.day)", fix: "renew it on the server (certbot renew)")
  }

  static func expires(on date: Date, inDays days: Int) -> CheckFinding {
    warning(
      "tls-expires", "the certificate expires on \(date.day), in \(days) \(days == 1 ? "day" : "days")",
      fix: "renew it on the server (certbot renew)")
  }

  static func notYetValid(_ subject: String, from date: Date) -> CheckFinding {
    failed(
      "tls-not-yet-valid", "TLS: \(subject) is valid only from \(date.day)",
      fix: "set the clock of this machine (timedatectl), or wait")
  }

  static func selfSigned() -> CheckFinding {
    failed(
      "tls-self-signed", "TLS: the certificate is self-signed",
      fix: "get one that is signed (certbot), or name this very certificate: TLS_VERIFY=/path/of/it.pem")
  }

  static func unknownAuthority(_ issuer: String, isAlone: Bool, trust: TLSTrust) -> CheckFinding {
    let own =
      if case .bundle(let path) = trust { "add its certificate to \(path.singleLine)" } else {
        "name its certificate: TLS_VERIFY=/path/of/ca.pem"
      }
    let chain = "configure the whole chain in nginx (fullchain.pem)"
    return failed(
      "tls-unknown-ca", "TLS: the certificate is signed by \(issuer), whom this machine does not trust",
      fix: isAlone ? "if that is a public CA, \(chain); if your own, \(own)" : own)
  }

  static func wrongHost(_ host: String, names: [String]) -> CheckFinding {
    failed(
      "tls-wrong-host", "TLS: the certificate is not for \(host), but for \(Self.list(names))",
      fix: "use one of its names in API_BASE_URL, or get a certificate for \(host)")
  }

  private static func list(_ names: [String]) -> String {
    let shown = names.prefix(3).map(\.singleLine).joined(separator: ", ")
    return names.isEmpty ? "no host at all" : names.count > 3 ? "\(shown) and others" : shown
  }
}

extension Date {
  /// Such as `2026-01-31`, in UTC.
  var day: String { formatted(.iso8601.year().month().day()) }
}
