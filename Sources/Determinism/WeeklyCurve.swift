/// How busy each moment of a week is beside the busiest: a share from 0 to 1, the same every week, in UTC.
///
/// Between the points of a day the share moves in a straight line; before the first and after the last it stands still.
public struct WeeklyCurve: Sendable, Equatable {
  /// The share at a time of day.
  public struct Point: Sendable, Equatable {
    /// Since midnight, from 0 to 24 hours.
    public var time: Duration
    /// From 0 to 1.
    public var share: Double

    /// Sets a share.
    public init(time: Duration, share: Double) {
      self.time = time
      self.share = share
    }
  }

  /// A stretch over which the share moves in a straight line; lengths in milliseconds.
  fileprivate struct Stretch: Sendable, Equatable {
    var begins: Double
    var length: Double
    var from: Double
    var to: Double
    /// The area under the curve from Monday's midnight to here.
    var areaBefore: Double

    var wholeArea: Double { (from + to) / 2 * length }
  }

  private static let day = 86_400_000.0
  private static let week = 604_800_000.0

  /// Monday to Sunday, each with its points as they were given.
  public let days: [[Point]]
  private let stretches: [Stretch]
  /// The area under a whole week; 0 for a curve on which nothing ever happens.
  private let weeklyArea: Double

  /// Draws a curve; `days` are Monday to Sunday, each with its points in the order of time, none meaning 0 all day.
  public init(days: [[Point]]) {
    precondition(days.count == 7, "a week of \(days.count) days")
    self.days = days
    var stretches: [Stretch] = []
    var area = 0.0
    for (index, points) in days.enumerated() {
      for var stretch in Self.stretches(of: points) {
        stretch.begins += Double(index) * Self.day
        stretch.areaBefore = area
        area += stretch.wholeArea
        stretches.append(stretch)
      }
    }
    self.stretches = stretches
    weeklyArea = area
  }

  private static func stretches(of points: [Point]) -> [Stretch] {
    let points = points.isEmpty ? [Point(time: .zero, share: 0)] : points
    let midnights = (
      Point(time: .zero, share: points[0].share),
      Point(time: .milliseconds(Int64(day)), share: points[points.count - 1].share)
    )
    let corners = [midnights.0] + points + [midnights.1]
    return zip(corners, corners.dropFirst()).compactMap { start, end in
      let begins = Double(start.time.milliseconds)
      let length = Double(end.time.milliseconds) - begins
      guard length > 0 else { return nil }
      return Stretch(begins: begins, length: length, from: start.share, to: end.share, areaBefore: 0)
    }
  }

  /// Whether anything ever happens.
  public var isEverAboveZero: Bool { weeklyArea > 0 }
}

extension WeeklyCurve {
  /// The share at an instant, from 0 to 1.
  public func share(at instant: SimulatedInstant) -> Double {
    let (_, time) = Self.split(instant)
    let stretch = stretches[index(ofLast: { $0.begins <= time })]
    return stretch.from + (stretch.to - stretch.from) * (time - stretch.begins) / stretch.length
  }

  /// The instant by which as much has happened since `start` as would have in `gap` at full share.
  ///
  /// This is the inverse of the integral of the curve, by which gaps at an even rate become gaps at a rate that follows
  /// it (Çınlar's method). Costs the same for any length; ``SimulatedInstant/latest`` when that is never, or too late.
  public func instant(after start: SimulatedInstant, gap: Duration) -> SimulatedInstant {
    guard isEverAboveZero else { return .latest }
    let (monday, time) = Self.split(start)
    let stretch = stretches[index(ofLast: { $0.begins <= time })]
    let wanted = stretch.areaBefore + stretch.area(upTo: time - stretch.begins) + Double(gap.milliseconds)
    let weeks = (wanted / weeklyArea).rounded(.down)
    let reached = Double(monday) + weeks * Self.week + self.time(atArea: wanted - weeks * weeklyArea)
    guard reached < Double(SimulatedInstant.latest.millisecondsSinceEpoch) else { return .latest }
    return max(start, SimulatedInstant(millisecondsSinceEpoch: Int64(reached.rounded(.up))))
  }

  /// The time of the week at which the area from Monday on is this large.
  private func time(atArea area: Double) -> Double {
    let stretch = stretches[index(ofLast: { $0.areaBefore <= area && $0.wholeArea > 0 })]
    return stretch.begins + stretch.length(holding: area - stretch.areaBefore)
  }

  private func index(ofLast fits: (Stretch) -> Bool) -> Int {
    stretches.lastIndex(where: fits) ?? 0
  }

  /// The Monday's midnight before an instant, and the milliseconds since then.
  private static func split(_ instant: SimulatedInstant) -> (monday: Int64, time: Double) {
    // The epoch began on a Thursday.
    let thursday: Int64 = 3 * 86_400_000
    let weeks = (instant.millisecondsSinceEpoch + thursday).flooredQuotient(by: Int64(week))
    let monday = weeks * Int64(week) - thursday
    return (monday, Double(instant.millisecondsSinceEpoch - monday))
  }
}

extension WeeklyCurve.Stretch {
  /// The area over its first milliseconds.
  fileprivate func area(upTo length: Double) -> Double {
    from * length + (to - from) / (2 * self.length) * length * length
  }

  /// How many of its milliseconds have this area: the root of `area(upTo:)`, in the form that never divides by zero.
  fileprivate func length(holding area: Double) -> Double {
    let bend = (to - from) / (2 * length)
    let root = max(0, from * from + 4 * bend * area).squareRoot()
    guard from + root > 0 else { return length }
    return min(length, 2 * area / (from + root))
  }
}
