/// An oddity in an answer that costs one field and not the answer.
///
/// Reported with the element it concerns, never with a value from the document.
public enum Anomaly: String, CaseIterable, Sendable {
  /// An element that BBB always writes is absent, or it is empty and must not be.
  case missingElement
  /// Not a whole number of 0 or more that fits 64 bits.
  case malformedNumber
  /// Neither `true` nor `false`.
  case malformedBoolean
  /// An element stands a second time; of values the first counts, of lists every entry.
  case repeatedElement
  /// Text where only elements belong.
  case strayText
  /// A value longer than 4096 bytes.
  case overlongText
  /// An element in one of BBB's own containers that no version of BBB writes there; reported with the container.
  case unknownElement
  /// A meeting with more than 256 client types, or an answer with more than its reader tells apart; the people with the
  /// others are not counted by type.
  case tooManyClientTypes
  /// An answer with more origins of meetings than its reader tells apart.
  case tooManyOrigins
  /// A meeting that will have been created later than now; told by a reader that knows the time.
  case createdInFuture
}

/// How often an anomaly befell an element.
public struct AnomalyCount: Sendable, Equatable {
  /// What is odd.
  public let anomaly: Anomaly
  /// Where.
  public let element: ResponseElement
  /// How often; 1 or more.
  public internal(set) var count: Int

  /// Counts an anomaly.
  public init(_ anomaly: Anomaly, in element: ResponseElement, count: Int = 1) {
    self.anomaly = anomaly
    self.element = element
    self.count = count
  }
}

/// Anomalies in the order of their first appearance; at most one entry for each kind and element.
struct AnomalyTally {
  private(set) var counts: [AnomalyCount] = []

  mutating func add(_ anomaly: Anomaly, in element: ResponseElement) {
    if let index = counts.firstIndex(where: { $0.anomaly == anomaly && $0.element == element }) {
      counts[index].count += 1
    } else {
      counts.append(AnomalyCount(anomaly, in: element))
    }
  }
}
