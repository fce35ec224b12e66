/// Why a certificate that a user brought along can't be used.
public enum CertificateError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The file is not there, is a directory, or is not for this user to read.
  case unreadable(path: String)
  /// The file holds no certificate in PEM.
  case noCertificate(path: String)
  /// The file holds no private key in PEM.
  case noKey(path: String)
  /// The key is locked by a passphrase.
  case encryptedKey(path: String)
  /// Certificate and key are not of one pair, or BoringSSL refuses the certificate.
  case mismatch(certificate: String, key: String)

  /// One line for the user: what, where, and how to mend it.
  public var description: String {
    switch self {
    case .unreadable(let path): "can't read \(path). Name a file that exists and that this user may read"
    case .noCertificate(let path):
      "\(path) holds no certificate in PEM. Its text begins with -----BEGIN CERTIFICATE-----"
    case .noKey(let path):
      "\(path) holds no private key in PEM. Its text begins with -----BEGIN PRIVATE KEY----- or the like"
    case .encryptedKey(let path):
      "the key in \(path) is encrypted. Give one without passphrase: openssl pkey -in \(path) -out plain.pem"
    case .mismatch(let certificate, let key):
      "the key in \(key) does not belong to the first certificate in \(certificate). Give a pair"
    }
  }
}
