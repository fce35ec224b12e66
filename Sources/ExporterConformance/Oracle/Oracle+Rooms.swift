import BBBAPI
import PrometheusText
import TimelineEngine

extension Oracle {
  /// The gauge histograms over the meetings; absent while getMeetings fails.
  func rooms(_ evidence: Evidence) -> [ExpectedFamily] {
    guard evidence.history.knowsMeetings else {
      return Contract.roomFamilies.map { ExpectedFamily($0, .forbidden) }
    }
    return RoomCount.allCases.map { count in
      room(count, values: evidence.listing.map { $0.counts[count] })
    }
  }

  /// Whether a room whose number is missing counts as a room is left open; it is not counted as one of more than any
  /// bound, nor does it add anything.
  private func room(_ count: RoomCount, values: [Int?]) -> ExpectedFamily {
    let name = count.family
    let missing = values.count { $0 == nil }
    let values = values.compactMap(\.self)
    func rooms(_ number: Int) -> ValueRange {
      missing == 0 ? .exactly(number) : .between(Double(number), Double(number + missing))
    }
    let buckets = (settings.bounds(of: count) + [.infinity]).map { bound in
      ExpectedSeries(
        name + "_bucket", ["le": bound.expositionText], rooms(values.count { Double($0) <= bound }))
    }
    return ExpectedFamily(
      Self.family(name), .demanded,
      buckets + [
        ExpectedSeries(name + "_gcount", [:], rooms(values.count)),
        ExpectedSeries(name + "_gsum", [:], .exactly(values.reduce(0, +))),
      ])
  }
}
