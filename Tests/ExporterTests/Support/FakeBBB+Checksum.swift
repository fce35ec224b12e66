import BBBAPI
import Crypto

extension FakeBBB {
  /// Refuses every request whose checksum is not that of the secret by one of the algorithms, by the hashes of Crypto
  /// and not by our own code; to be set last.
  func verify(secret: String, accepting algorithms: [ChecksumAlgorithm]) {
    reply(where: { !Self.isSigned($0, secret, algorithms) }, .checksumError)
  }

  private static func isSigned(_ target: String, _ secret: String, _ algorithms: [ChecksumAlgorithm]) -> Bool
  {
    let parts = target.split(separator: "?", maxSplits: 1)
    guard parts.count == 2, let call = parts[0].split(separator: "/").last else { return false }
    let parameters = parts[1].split(separator: "&")
    let sent = parameters.first { $0.hasPrefix("checksum=") }?.dropFirst("checksum=".count)
    let query = parameters.filter { !$0.hasPrefix("checksum=") }.joined(separator: "&")
    return algorithms.contains { digest(call + query + secret, by: $0) == sent ?? "" }
  }

  private static func digest(_ text: String, by algorithm: ChecksumAlgorithm) -> String {
    let bytes = Array(text.utf8)
    let digest: [UInt8] =
      switch algorithm {
      case .sha1: Array(Insecure.SHA1.hash(data: bytes))
      case .sha256: Array(SHA256.hash(data: bytes))
      case .sha384: Array(SHA384.hash(data: bytes))
      case .sha512: Array(SHA512.hash(data: bytes))
      }
    return digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
