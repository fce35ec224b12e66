/// Queries that carry their checksum, for clients.
public enum SignedQuery {
  /// Encodes parameters and adds the checksum.
  ///
  /// - Parameters:
  ///   - call: the path after `/api/`, such as `create`.
  ///   - parameters: names and values, not yet encoded, in the order in which they travel.
  ///   - secret: the shared secret of the server.
  ///   - algorithm: the hash.
  ///   - checksumFirst: whether the checksum leads, as the Prometheus exporter sends it, or ends the query.
  /// - Returns: the query without `?`.
  public static func signed(
    call: String, parameters: [Metadatum] = [], secret: SharedSecret,
    algorithm: ChecksumAlgorithm = .sha256, checksumFirst: Bool = false
  ) -> String {
    let query = encoded(parameters)
    let digest = Checksum.hexDigest(call: call, query: query, secret: secret, algorithm: algorithm)
    let checksum = "\(RawQuery.checksumName)=\(digest)"
    return (checksumFirst ? [checksum, query] : [query, checksum])
      .filter { !$0.isEmpty }.joined(separator: "&")
  }

  /// The parameters as a query, percent-encoded by RFC 3986; a space becomes `%20`.
  public static func encoded(_ parameters: [Metadatum]) -> String {
    parameters.map { "\(PercentCoding.encodeStrict($0.key))=\(PercentCoding.encodeStrict($0.value))" }
      .joined(separator: "&")
  }
}
