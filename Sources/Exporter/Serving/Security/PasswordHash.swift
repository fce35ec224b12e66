/// A bcrypt hash of a password, as `htpasswd -nB` writes it.
struct PasswordHash: Sendable, Hashable {
  /// The whole hash, which holds its own salt and cost.
  let text: String
  /// The logarithm to base 2 of the number of rounds.
  let cost: Int

  /// The highest cost taken: each step doubles the time, and 16 takes some seconds a password.
  static let highestCost = 16

  /// Why a text is not taken.
  enum Refusal: Error, Equatable {
    case noBcrypt
    case tooCostly(Int)
  }

  /// Reads `$2y$10$` or the like, 22 characters of salt and 31 of hash.
  init(_ text: String) throws(Refusal) {
    let bytes = Array(text.utf8)
    guard bytes.count == 60, ["$2a$", "$2b$", "$2y$"].contains(String(text.prefix(4))),
      bytes[6] == UInt8(ascii: "$"),
      let cost = Int(wholeNumber: text.dropFirst(4).prefix(2)), cost >= 4,
      bytes[7...].allSatisfy(Self.alphabet.contains)
    else { throw .noBcrypt }
    guard cost <= Self.highestCost else { throw .tooCostly(cost) }
    self.text = text
    self.cost = cost
  }

  /// A hash of the given cost that no password has, to be compared against for users that do not exist.
  static func decoy(cost: Int) -> PasswordHash {
    let digits = cost < 10 ? "0\(cost)" : "\(cost)"
    return PasswordHash(text: "$2b$\(digits)$" + String(repeating: ".", count: 53), cost: cost)
  }

  private init(text: String, cost: Int) {
    self.text = text
    self.cost = cost
  }

  private static let alphabet = Set("./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)
}
