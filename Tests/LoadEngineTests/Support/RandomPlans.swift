import Determinism

@testable import LoadEngine

/// Plans of chance, the same for the same seed.
enum RandomPlans {
  /// Up to five pieces, some of them pauses, rising or falling; at most some thousand requests.
  static func curve(seed: Int) -> RateCurve {
    var stream = StreamKey(seed: 11).child(seed).stream
    let pieces = (0...stream.nextInteger(below: 5)).map { _ in
      let duration = Duration.milliseconds(1 + stream.nextInteger(below: 20_000))
      let start = stream.nextBool(chance: 0.2) ? 0 : stream.nextUniform() * 100
      let end = stream.nextBool(chance: 0.4) ? start : stream.nextUniform() * 100
      return RateCurve.Piece(lasting: duration, from: start, to: end)
    }
    return RateCurve(pieces)
  }

  /// Half of them evenly spaced, half of them Poisson.
  static func plan(seed: Int) -> LoadPlan {
    LoadPlan(curve(seed: seed), spacing: seed.isMultiple(of: 2) ? .even : .poisson(seed: UInt64(seed)))
  }
}

extension LoadPlan {
  /// All instants, in order.
  var instants: [Duration] {
    var cursor = cursor
    return (0..<count).map { .nanoseconds(cursor.nanoseconds(of: $0)) }
  }
}
