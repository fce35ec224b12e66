import NIOSSL

/// A text in PEM, and where to complain about it.
struct PEMSource {
  let text: String
  let field: YAMLField

  /// All certificates; nil, with a complaint, when there is none.
  var certificates: [NIOSSLCertificate]? {
    // Any failure means the same: there is none in it.
    if let chain = try? NIOSSLCertificate.fromPEMBytes(Array(text.utf8)), !chain.isEmpty { return chain }
    field.report(
      "\(field.name) holds no certificate in PEM", fix: "give it a certificate, as openssl x509 writes it")
    return nil
  }

  /// The key; nil, with a complaint, when there is none.
  var privateKey: NIOSSLPrivateKey? {
    // Without this check BoringSSL would only say that it can't.
    guard !text.contains("ENCRYPTED") else {
      field.report(
        "\(field.name) holds a key that needs a passphrase",
        fix: "openssl pkey -in KEY -out NEW writes it without")
      return nil
    }
    // Any failure means the same: there is none in it.
    if let key = try? NIOSSLPrivateKey(bytes: Array(text.utf8), format: .pem) { return key }
    field.report("\(field.name) holds no private key in PEM", fix: "give it the key to the certificate")
    return nil
  }
}
