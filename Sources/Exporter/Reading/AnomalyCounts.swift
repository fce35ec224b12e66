import BBBReading

/// Anomalies by kind and element, in the order of their first appearance.
struct AnomalyCounts: Sendable, Equatable {
  private(set) var entries: [AnomalyCount] = []

  mutating func add(_ count: AnomalyCount) {
    if let index = entries.firstIndex(where: { $0.anomaly == count.anomaly && $0.element == count.element }) {
      let total = entries[index].count + count.count
      entries[index] = AnomalyCount(count.anomaly, in: count.element, count: total)
    } else {
      entries.append(count)
    }
  }

  mutating func add(_ counts: [AnomalyCount]) {
    for count in counts { add(count) }
  }

  /// How often a kind occurred, in whatever element.
  func total(of anomaly: Anomaly) -> Int {
    entries.reduce(0) { $1.anomaly == anomaly ? $0 + $1.count : $0 }
  }
}
