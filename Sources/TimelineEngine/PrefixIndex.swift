/// Finds meetings by the beginning of their internal IDs without a walk over all of them.
///
/// BBB looks meetings up by prefix (facts §4.2); real IDs begin with a hash, so four bytes leave next to none to compare.
struct PrefixIndex: Sendable {
  private var byTwoBytes: [UInt32: [Int]] = [:]
  private var byFourBytes: [UInt32: [Int]] = [:]

  mutating func insert(_ slot: Int, for internalMeetingID: String) {
    if let head = Self.head(of: internalMeetingID, bytes: 2) { byTwoBytes[head, default: []].append(slot) }
    if let head = Self.head(of: internalMeetingID, bytes: 4) { byFourBytes[head, default: []].append(slot) }
  }

  mutating func remove(_ slot: Int, for internalMeetingID: String) {
    Self.head(of: internalMeetingID, bytes: 2).map { Self.remove(slot, under: $0, from: &byTwoBytes) }
    Self.head(of: internalMeetingID, bytes: 4).map { Self.remove(slot, under: $0, from: &byFourBytes) }
  }

  private static func remove(_ slot: Int, under head: UInt32, from index: inout [UInt32: [Int]]) {
    guard let place = index[head]?.firstIndex(of: slot) else { return }
    index[head]?.remove(at: place)
    if index[head]?.isEmpty ?? false { index[head] = nil }
  }

  /// The slots, in the order of creation, outside of which no ID begins with `prefix`; nil for a prefix of one byte,
  /// which may be anybody's.
  func candidates(for prefix: String) -> [Int]? {
    if let head = Self.head(of: prefix, bytes: 4) { return byFourBytes[head] ?? [] }
    return Self.head(of: prefix, bytes: 2).map { byTwoBytes[$0] ?? [] }
  }

  private static func head(of text: String, bytes: Int) -> UInt32? {
    let head = text.utf8.prefix(bytes)
    return head.count == bytes ? head.reduce(0) { $0 << 8 | UInt32($1) } : nil
  }
}
