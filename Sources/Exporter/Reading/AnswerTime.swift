/// What time it is for an answer.
struct AnswerTime: Sendable, Equatable {
  /// Seconds since the epoch by the server's clock if its answer said them, else by the exporter's.
  let now: Double
  /// By how many seconds the server's clock is ahead of the exporter's; negative when it is behind, nil when not known.
  let skew: Double?

  /// Takes the time.
  ///
  /// - Parameters:
  ///   - date: the server's, in whole seconds since the epoch, cut off.
  ///   - wall: the exporter's when that came.
  init(date: Int?, wall: Double) {
    now = date.map(Double.init) ?? wall
    // Half a second more, for what was cut off: clocks that agree show from -0.5 to 0.5.
    skew = date.map { Double($0) + 0.5 - wall }
  }

  /// How far behind a meeting's creation the clock may be: what was cut off of it, and what clocks that are kept right
  /// differ by.
  private static let tolerance = 5.0

  /// The seconds since a moment given in milliseconds since the epoch; nil when it is yet to come.
  func duration(sinceMilliseconds moment: Int64) -> Double? {
    let duration = now - Double(moment) / 1000
    return duration < -Self.tolerance ? nil : max(duration, 0)
  }
}
