/// What time it is for an answer.
struct AnswerTime: Sendable, Equatable {
  /// Milliseconds since the epoch by the server's clock if its answer said them, else by the exporter's.
  private let now: Int64
  /// By how many seconds the server's clock is ahead of the exporter's; negative when it is behind, nil when not known.
  let skew: Double?

  /// Takes the time.
  ///
  /// - Parameters:
  ///   - date: the server's, in whole seconds since the epoch, cut off.
  ///   - wall: the exporter's when that came.
  init(date: Int?, wall: Double) {
    let wall = Int64(wall * 1000)
    now = date.map { Int64($0) * 1000 } ?? wall
    // Half a second more, for what was cut off: clocks that agree show from -0.5 to 0.5.
    skew = date.map { Double(Int64($0) * 1000 + 500 - wall) / 1000 }
  }

  /// How many milliseconds the clock may be behind a meeting's creation: by what was cut off of it, and by what clocks that
  /// are kept right differ.
  private static let tolerance: Int64 = 5000

  /// The seconds since a moment given in milliseconds since the epoch, 0 or more; nil when it is yet to come.
  func duration(sinceMilliseconds moment: Int64) -> Double? {
    // Neither is negative by more than the year 1, so that this cannot overflow.
    let duration = now - moment
    return duration < -Self.tolerance ? nil : Double(max(duration, 0)) / 1000
  }
}
