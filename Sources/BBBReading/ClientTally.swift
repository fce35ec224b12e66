import BBBAPI

/// Counts the people of one meeting by client type without keeping any of them.
struct ClientTally {
  /// The most types told apart; BBB knows three.
  static let limit = 256

  private var entries: [(spelling: [UInt8], count: Int)] = []

  /// Counts a person.
  ///
  /// - Returns: what is odd about the type, if the person cannot be counted by it.
  mutating func add(_ text: TextBuffer) -> Anomaly? {
    if text.isOverlong { return .overlongText }
    for index in entries.indices where text.trimmedEquals(entries[index].spelling) {
      entries[index].count += 1
      return nil
    }
    let spelling = text.trimmed
    if spelling.isEmpty { return .missingElement }
    guard entries.count < Self.limit else { return .tooManyClientTypes }
    entries.append((Array(spelling), 1))
    return nil
  }

  /// The counts so far; starts anew for the next meeting.
  mutating func takeCounts() -> [ClientCount] {
    defer { entries.removeAll(keepingCapacity: true) }
    return entries.map {
      ClientCount(ClientType(rawValue: String(decoding: $0.spelling, as: UTF8.self)), count: $0.count)
    }
  }
}
