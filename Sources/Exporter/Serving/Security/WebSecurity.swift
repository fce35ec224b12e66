import HTTPTypes
import NIOSSL

/// What the web configuration file says, checked and complete.
struct WebSecurity: Sendable {
  /// How TLS is spoken; nil for plain HTTP.
  var tls: TLSTerms?
  /// Fields that every answer carries.
  var headers: [HTTPField] = []
  /// Who may ask, by name; empty for everybody.
  var users: [String: PasswordHash] = [:]
  /// How often anybody may ask; nil for as often as they like.
  var rateLimit: RateLimit?
}

/// How TLS is spoken.
struct TLSTerms: Sendable {
  let context: NIOSSLContext
  /// Whether the certificate of a client is taken as it comes, as Go's `RequireAnyClientCert` does.
  let takesAnyCertificate: Bool
  /// The names of which the certificate of a client must have one; nil for any.
  let allowedNames: Set<String>?
}

/// So many requests at once, and one more each interval.
struct RateLimit: Sendable, Equatable {
  let interval: Duration
  let burst: Int
}
