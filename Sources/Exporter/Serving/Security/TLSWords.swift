import NIOSSL

/// The words that Go's TLS has for what BoringSSL can do as well.
///
/// - Source: prometheus/exporter-toolkit `docs/web-configuration.md`; Go's `crypto/tls`.
enum TLSWords {
  /// TLS 1.0 and 1.1 are left out: RFC 8996 forbids them.
  static let versions: [(name: String, value: TLSVersion)] = [("TLS12", .tlsv12), ("TLS13", .tlsv13)]

  static let curves: [(name: String, value: NIOTLSCurve)] = [
    ("CurveP256", .secp256r1), ("CurveP384", .secp384r1), ("CurveP521", .secp521r1), ("X25519", .x25519),
    ("X25519MLKEM768", .x25519_MLKEM768),
  ]

  /// Those of TLS 1.3 are nil: nobody can choose among them, in Go neither.
  static let ciphers: [(name: String, value: NIOTLSCipher?)] = [
    ("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256", .TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256),
    ("TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384", .TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384),
    ("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", .TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256),
    ("TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384", .TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384),
    ("TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256", .TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256),
    ("TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256", .TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256),
    ("TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA", .TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA),
    ("TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA", .TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA),
    ("TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA", .TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA),
    ("TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA", .TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA),
    ("TLS_AES_128_GCM_SHA256", nil), ("TLS_AES_256_GCM_SHA384", nil), ("TLS_CHACHA20_POLY1305_SHA256", nil),
  ]

  static let clientPolicies: [(name: String, value: ClientPolicy)] = [
    ("", .none), ("NoClientCert", .none), ("RequestClientCert", .request),
    ("RequireAnyClientCert", .requireAny),
    ("RequireClientCert", .requireAny), ("VerifyClientCertIfGiven", .verifyIfGiven),
    ("RequireAndVerifyClientCert", .requireAndVerify),
  ]
}

/// What is asked of clients; Go's `ClientAuthType`.
enum ClientPolicy: Sendable {
  case none, request, requireAny, verifyIfGiven, requireAndVerify

  var verification: CertificateVerification {
    switch self {
    case .none: .none
    case .request, .verifyIfGiven: .optionalVerification
    case .requireAny, .requireAndVerify: .noHostnameVerification
    }
  }

  /// Whether any certificate will do.
  var takesAny: Bool { self == .request || self == .requireAny }
  /// Whether a client cannot come without a certificate.
  var requires: Bool { self == .requireAny || self == .requireAndVerify }
}
