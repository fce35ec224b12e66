import Determinism

/// How many requests a second are wanted at each moment of a run: straight pieces, one behind the other.
///
/// Its integral is the number of requests that are due by then; an arrival plan is the inverse of that integral.
public struct RateCurve: Sendable, Equatable {
  /// A stretch of time in which the rate changes evenly, or not at all.
  public struct Piece: Sendable, Equatable {
    /// How long it lasts; above 0.
    public let duration: Duration
    /// Requests a second at its beginning; at least 0.
    public let startRate: Double
    /// Requests a second at its end; at least 0.
    public let endRate: Double

    /// Makes a piece; traps when the duration isn't above 0, or a rate is below 0 or not finite.
    public init(lasting duration: Duration, from startRate: Double, to endRate: Double) {
      precondition(duration > .zero, "a piece of a rate curve lasts \(duration)")
      precondition(
        min(startRate, endRate) >= 0 && (startRate + endRate).isFinite, "\(startRate) to \(endRate)")
      self.duration = duration
      self.startRate = startRate
      self.endRate = endRate
    }

    var seconds: Double { duration.inSeconds }
    var count: Double { (startRate + endRate) / 2 * seconds }

    /// The integral of a + kt from 0 to t is at + kt²/2.
    func count(after seconds: Double) -> Double {
      seconds * (startRate + (endRate - startRate) / self.seconds * seconds / 2)
    }

    /// Solves c = at + kt²/2 for t: 2c / (a + √(a² + 2kc)), the form of the root that does not subtract near-equals.
    func seconds(until count: Double) -> Double {
      guard count > 0 else { return 0 }
      let slope = (endRate - startRate) / seconds
      let discriminant = max(0, startRate * startRate + 2 * slope * count)
      return 2 * count / (startRate + discriminant.squareRoot())
    }
  }

  /// The pieces in order; at least one.
  public let pieces: [Piece]
  private let starts: [Start]

  /// Where a piece begins: in time, and in requests due before it.
  private struct Start: Sendable, Equatable {
    var seconds = 0.0
    var count = 0.0
  }

  /// Joins pieces; traps when there is none.
  public init(_ pieces: [Piece]) {
    precondition(!pieces.isEmpty, "a rate curve without pieces")
    self.pieces = pieces
    starts = pieces.dropLast().reduce(into: [Start()]) { starts, piece in
      let last = starts[starts.count - 1]
      starts.append(Start(seconds: last.seconds + piece.seconds, count: last.count + piece.count))
    }
  }

  /// How long the curve is.
  public var duration: Duration { pieces.reduce(.zero) { $0 + $1.duration } }

  /// The highest rate, in requests a second.
  public var peakRate: Double { pieces.reduce(0) { max($0, $1.startRate, $1.endRate) } }

  /// The integral over the whole curve: how many requests it asks for.
  public var totalCount: Double { count(until: duration) }

  /// The integral of the rate from the beginning to a moment; constant before 0 and behind the end.
  public func count(until moment: Duration) -> Double {
    let seconds = moment.inSeconds
    let index = starts.lastIndex { $0.seconds <= seconds } ?? 0
    let within = min(max(0, seconds - starts[index].seconds), pieces[index].seconds)
    return starts[index].count + pieces[index].count(after: within)
  }

  /// The moment at which the integral reaches `count`, in seconds; `count` from 0 to ``totalCount``.
  ///
  /// Where the rate is 0 for a while, the end of that while.
  func seconds(reaching count: Double) -> Double {
    let index = starts.lastIndex { $0.count <= count } ?? 0
    return starts[index].seconds + pieces[index].seconds(until: count - starts[index].count)
  }
}

extension RateCurve {
  /// The same rate all the time.
  public static func constant(_ rate: Double, for duration: Duration) -> RateCurve {
    RateCurve([Piece(lasting: duration, from: rate, to: rate)])
  }

  /// A rate that rises or falls evenly.
  public static func ramp(from start: Double, to end: Double, for duration: Duration) -> RateCurve {
    RateCurve([Piece(lasting: duration, from: start, to: end)])
  }
}
