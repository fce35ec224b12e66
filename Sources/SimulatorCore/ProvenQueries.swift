import BBBAPI

/// Queries whose checksum has been found right: who polls sends the same one again and again.
///
/// A checksum is right or wrong for good, since secret and profile never change; a few queries are enough.
struct ProvenQueries: Sendable {
  private var proven: [(call: APICall, query: RawQuery)] = []
  private var next = 0

  private static let capacity = 8
  /// Longer queries are not polled with, and would only fill the memory.
  private static let longestQuery = 2048

  /// Whether this query's checksum has been found right.
  func contains(_ call: APICall, _ query: RawQuery) -> Bool {
    proven.contains { $0.call == call && $0.query == query }
  }

  /// Remembers a query whose checksum is right, in place of the oldest.
  mutating func insert(_ call: APICall, _ query: RawQuery) {
    guard query.text.utf8.count <= Self.longestQuery else { return }
    if proven.count < Self.capacity {
      proven.append((call, query))
    } else {
      proven[next] = (call, query)
      next = (next + 1) % Self.capacity
    }
  }
}
