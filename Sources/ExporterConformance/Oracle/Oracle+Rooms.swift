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
      room(count, values: evidence.world.meetings.map { count.value(of: $0) })
    }
  }

  private func room(_ count: RoomCount, values: [Int]) -> ExpectedFamily {
    let name = count.family
    let buckets = (settings.bounds(of: count) + [.infinity]).map { bound in
      ExpectedSeries(
        name + "_bucket", ["le": bound.expositionText], .exactly(values.count { Double($0) <= bound }))
    }
    return ExpectedFamily(
      Self.family(name), .demanded,
      buckets + [
        ExpectedSeries(name + "_gcount", [:], .exactly(values.count)),
        ExpectedSeries(name + "_gsum", [:], .exactly(values.reduce(0, +))),
      ])
  }
}
