import BBBAPI

/// How a request proves that it knows the secret; every field is something that clients do differently, or wrongly.
///
/// - Source: facts §1.1, §1.2.
struct Signature: Sendable {
  /// Where the checksum stands among the parameters.
  enum Position: String, Sendable, CaseIterable {
    case first, middle, last
  }

  /// SHA-256 by default: no version refuses it, and an operator may have switched SHA-1 off.
  var algorithm = ChecksumAlgorithm.sha256
  var position = Position.last
  var isUpperCase = false
  /// Whether the last digit is another than it should be.
  var isForged = false
  /// The call that the checksum is made for, if it is another than the one that is asked.
  var otherCall: String?
  /// Parameters that are put behind everything when the checksum is made already.
  var smuggled: [String] = []
  /// How many digits of the checksum are sent; nil sends all.
  var digits: Int?
  /// Whether the checksum is sent a second time, behind everything.
  var isRepeated = false

  /// The parameters, encoded already, with the checksum among them.
  func applied(to pieces: [String], of call: String, secret: SharedSecret) -> [String] {
    var digest = Checksum.hexDigest(
      call: otherCall ?? call, query: pieces.joined(separator: "&"), secret: secret, algorithm: algorithm)
    if isForged { digest.append(digest.removeLast() == "0" ? "1" : "0") }
    let checksum = "checksum=" + (isUpperCase ? digest.uppercased() : digest).prefix(digits ?? digest.count)
    var signed = pieces
    signed.insert(checksum, at: index(among: pieces.count))
    return signed + smuggled + (isRepeated ? [checksum] : [])
  }

  private func index(among count: Int) -> Int {
    switch position {
    case .first: 0
    case .middle: count / 2
    case .last: count
    }
  }
}
