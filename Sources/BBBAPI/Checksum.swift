import Crypto

/// The checksum that proves that a request comes from a holder of the secret.
///
/// - Source: facts §1.1.
public enum Checksum {
  /// The lower-case hex digest over call, query and secret.
  ///
  /// - Parameters:
  ///   - call: the path after `/api/`, such as `create` or `hooks/create`; case-sensitive.
  ///   - query: the percent-encoded query as it travels, without the checksum and without `?`.
  ///   - secret: the shared secret of the server.
  ///   - algorithm: the hash.
  /// - Returns: ``ChecksumAlgorithm/hexLength`` digits.
  public static func hexDigest(
    call: String, query: String, secret: SharedSecret, algorithm: ChecksumAlgorithm
  ) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(call.utf8.count + query.utf8.count + secret.reveal.utf8.count)
    text.append(contentsOf: call.utf8)
    text.append(contentsOf: query.utf8)
    text.append(contentsOf: secret.reveal.utf8)
    return hexDigest(of: text, algorithm: algorithm)
  }

  /// The lower-case SHA-1 of a text, which BBB builds its identifiers from.
  static func sha1(_ text: String) -> String {
    hexDigest(of: Array(text.utf8), algorithm: .sha1)
  }

  private static func hexDigest(of bytes: [UInt8], algorithm: ChecksumAlgorithm) -> String {
    switch algorithm {
    case .sha1: hexText(Insecure.SHA1.hash(data: bytes))
    case .sha256: hexText(SHA256.hash(data: bytes))
    case .sha384: hexText(SHA384.hash(data: bytes))
    case .sha512: hexText(SHA512.hash(data: bytes))
    }
  }

  static func hexText(_ digest: some Sequence<UInt8>) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(128)
    for byte in digest {
      text.append(hexDigit(byte >> 4))
      text.append(hexDigit(byte & 15))
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
