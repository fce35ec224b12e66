/// A part of a whole: every `total`-th thing from `position` on.
///
/// Written `3/8` for the third of eight, as people count; positions begin at 0.
public struct Shard: Sendable, Equatable {
  /// The first thing of this part, from 0.
  public let position: Int
  /// How many parts the whole has; at least 1.
  public let total: Int

  /// All of it.
  public static let whole = Shard(position: 0, of: 1)

  /// Names a part; traps unless 0 ≤ position < total.
  public init(position: Int, of total: Int) {
    precondition(position >= 0 && position < total, "part \(position) of \(total)")
    self.position = position
    self.total = total
  }

  /// Reads `3/8`; nil unless both are whole numbers with 1 ≤ part ≤ total ≤ 1,000,000.
  public init?(parsing text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let part = parts[0], let total = parts[1], (1...1_000_000).contains(total),
      (1...total).contains(part)
    else { return nil }
    self.init(position: part - 1, of: total)
  }

  /// A part of this part.
  func divided(_ part: Shard) -> Shard {
    Shard(position: position + total * part.position, of: total * part.total)
  }
}

extension Shard: CustomStringConvertible {
  /// As it is read, such as `3/8`.
  public var description: String { "\(position + 1)/\(total)" }
}
