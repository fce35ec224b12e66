import FoundationEssentials

/// A user and a password as a client sends them.
struct Credentials: Sendable {
  let user: String
  let password: [UInt8]

  /// Longer ones are no password of anybody.
  private static let longestField = 4096

  /// Reads the value of an `Authorization` field; nil unless it is a well-formed one of the scheme Basic (RFC 7617).
  init?(authorization: String?) {
    guard let authorization, authorization.utf8.count <= Self.longestField else { return nil }
    let parts = authorization.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].lowercased() == "basic",
      let data = Data(base64Encoded: String(parts[1])),
      let colon = data.firstIndex(of: UInt8(ascii: ":")),
      let user = String(validating: data[..<colon], as: UTF8.self)
    else { return nil }
    self.user = user
    password = Array(data[(colon + 1)...])
  }
}
