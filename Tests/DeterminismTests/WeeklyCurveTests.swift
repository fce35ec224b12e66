import Determinism
import Testing

@Suite struct WeeklyCurveTests {
  typealias Point = WeeklyCurve.Point

  /// 2026-03-02T00:00:00Z
  private static let monday = SimulatedInstant(millisecondsSinceEpoch: 1_772_409_600_000)
  private static func level(_ share: Double) -> [Point] { [Point(time: .zero, share: share)] }
  private static let office = [
    Point(time: .seconds(8 * 3600), share: 0), Point(time: .seconds(10 * 3600), share: 1),
    Point(time: .seconds(18 * 3600), share: 0),
  ]

  @Test(arguments: [(1.0, 1), (0.5, 2), (0.25, 4)]) func `a level curve stretches gaps`(
    share: Double, times: Int
  ) {
    let curve = WeeklyCurve(days: Array(repeating: Self.level(share), count: 7))
    for gap in [Duration.zero, .milliseconds(1), .seconds(3600), .seconds(30 * 86_400)] {
      #expect(curve.instant(after: Self.monday, gap: gap) == Self.monday.advanced(by: gap * times))
    }
  }

  @Test func `the share moves in straight lines between the points`() {
    let curve = WeeklyCurve(days: Array(repeating: Self.office, count: 5) + [[], Self.level(0.125)])
    let expected: [(Double, Double)] = [
      (0, 0), (8, 0), (9, 0.5), (10, 1), (14, 0.5), (18, 0), (23, 0), (24 * 5 + 12, 0), (24 * 6 + 12, 0.125),
      (24 * 7 + 9, 0.5), (-24 * 7 + 9, 0.5),
    ]
    for (hours, share) in expected {
      #expect(curve.share(at: Self.monday.advanced(by: .seconds(hours * 3600))) == share, "\(hours) h")
    }
  }

  @Test func `nights and weekends are passed over`() {
    let curve = WeeklyCurve(days: Array(repeating: Self.office, count: 5) + [[], []])
    let friday = Self.monday.advanced(by: .seconds((4 * 24 + 18) * 3600))
    // A quarter of an hour's area lies under the first hour of the morning.
    let next = curve.instant(after: friday, gap: .seconds(900))
    #expect(next == Self.monday.advanced(by: .seconds((7 * 24 + 9) * 3600)))
  }

  @Test func `where nothing ever happens nothing ever comes`() {
    let curve = WeeklyCurve(days: Array(repeating: [], count: 7))
    #expect(!curve.isEverAboveZero && curve.instant(after: Self.monday, gap: .seconds(1)) == .latest)
    let rare = WeeklyCurve(days: [[Point(time: .zero, share: 1e-9)]] + Array(repeating: [], count: 6))
    #expect(rare.instant(after: Self.monday, gap: .seconds(36_500 * 86_400)) == .latest)
  }

  @Test(arguments: UInt64(0)..<40) func `as much happens in a gap as at full share`(seed: UInt64) {
    var random = StreamKey(seed: seed).child("curve").stream
    let curve = Self.curve(&random)
    let start = Self.monday.advanced(by: .seconds(random.nextInteger(below: 14 * 86_400)))
    let gap = Duration.seconds(60 + random.nextInteger(below: 86_400))
    let end = curve.instant(after: start, gap: gap)
    // The area by a sum over minutes, which is exact for straight lines but for the corners.
    var area = 0.0
    var instant = start
    while instant < end {
      let step = min(Duration.seconds(60), instant.duration(to: end))
      area += curve.share(at: instant.advanced(by: step / 2)) * step.inSeconds
      instant = instant.advanced(by: step)
    }
    #expect(abs(area - gap.inSeconds) < 0.02 * gap.inSeconds + 60, "\(area) s for \(gap)")
  }

  @Test(arguments: UInt64(0)..<40) func `a longer gap never ends earlier, and two gaps are one`(seed: UInt64)
  {
    var random = StreamKey(seed: seed).child("curve").stream
    let curve = Self.curve(&random)
    let (one, other) = (
      Duration.seconds(random.nextInteger(below: 90_000)), Duration.seconds(random.nextInteger(below: 90_000))
    )
    let middle = curve.instant(after: Self.monday, gap: one)
    let end = curve.instant(after: Self.monday, gap: one + other)
    #expect(middle <= end)
    let twice = curve.instant(after: middle, gap: other)
    // The middle was rounded up to a millisecond, which a low share makes more of.
    #expect(abs(twice.duration(to: end).inSeconds) < 1)
  }

  private static func curve(_ random: inout RandomStream) -> WeeklyCurve {
    WeeklyCurve(
      days: (0..<7).map { _ in
        var hour = 0
        var points: [Point] = []
        while hour < 24, points.count < 5 {
          points.append(Point(time: .seconds(hour * 3600), share: 0.05 + 0.95 * random.nextUniform()))
          hour += 1 + random.nextInteger(below: 8)
        }
        return points
      })
  }
}
