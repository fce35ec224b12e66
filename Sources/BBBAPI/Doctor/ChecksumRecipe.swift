import Crypto

/// One way to make a checksum, right or wrong.
struct ChecksumRecipe: Sendable {
  /// What stands for the call's name.
  var call: String
  /// What stands for the query.
  var query: String
  /// What stands for the secret.
  var secret: String
  var arrangement = Arrangement.secretLast
  var hashing = Hashing.plain

  /// Where the secret goes.
  enum Arrangement: Sendable {
    case secretLast
    case secretFirst
    case secretBetween
  }

  /// What is done with the text.
  enum Hashing: Sendable {
    case plain
    /// The secret is the key; the text is without it.
    case hmac
    /// The secret is the key and ends the text too.
    case hmacWithSecret
    /// The hexadecimal digits are hashed once more.
    case twiceByText
    /// The bytes are hashed once more.
    case twiceByBytes
  }

  /// What is hashed.
  var text: String {
    switch arrangement {
    case .secretLast: hashing == .hmac ? call + query : call + query + secret
    case .secretFirst: secret + call + query
    case .secretBetween: call + secret + query
    }
  }

  /// The digest by a hash.
  func digest(_ algorithm: DigestAlgorithm) -> [UInt8] {
    let bytes = Array(text.utf8)
    switch hashing {
    case .plain: return algorithm.hash(bytes)
    case .hmac, .hmacWithSecret: return algorithm.authenticate(bytes, key: Array(secret.utf8))
    case .twiceByText: return algorithm.hash(Array(Checksum.hexText(algorithm.hash(bytes)).utf8))
    case .twiceByBytes: return algorithm.hash(algorithm.hash(bytes))
    }
  }
}

/// A hash that callers use, whether or not a server takes it.
enum DigestAlgorithm: String, CaseIterable, Sendable {
  case md5
  case sha1
  case sha256
  case sha384
  case sha512

  var byteCount: Int {
    switch self {
    case .md5: 16
    case .sha1: 20
    case .sha256: 32
    case .sha384: 48
    case .sha512: 64
    }
  }

  /// The same among those that a server may take.
  var checksumAlgorithm: ChecksumAlgorithm? { ChecksumAlgorithm(rawValue: rawValue) }

  func hash(_ bytes: [UInt8]) -> [UInt8] {
    switch self {
    case .md5: Array(Insecure.MD5.hash(data: bytes))
    case .sha1: Array(Insecure.SHA1.hash(data: bytes))
    case .sha256: Array(SHA256.hash(data: bytes))
    case .sha384: Array(SHA384.hash(data: bytes))
    case .sha512: Array(SHA512.hash(data: bytes))
    }
  }

  func authenticate(_ bytes: [UInt8], key: [UInt8]) -> [UInt8] {
    let key = SymmetricKey(data: key)
    return switch self {
    case .md5: Array(HMAC<Insecure.MD5>.authenticationCode(for: bytes, using: key))
    case .sha1: Array(HMAC<Insecure.SHA1>.authenticationCode(for: bytes, using: key))
    case .sha256: Array(HMAC<SHA256>.authenticationCode(for: bytes, using: key))
    case .sha384: Array(HMAC<SHA384>.authenticationCode(for: bytes, using: key))
    case .sha512: Array(HMAC<SHA512>.authenticationCode(for: bytes, using: key))
    }
  }
}
