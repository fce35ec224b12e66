import Determinism

/// Which call each request of a plan makes: by chance, yet fixed by seed and number, whoever asks and in whatever order.
struct CallChoice: Sendable {
  private let weights: [Double]
  private let key: StreamKey

  init(weights: [Double], seed: UInt64) {
    self.weights = weights
    key = StreamKey(seed: seed).child("calls")
  }

  /// The index of the call that request `number` of the whole plan makes.
  func call(of number: Int) -> Int {
    guard weights.count > 1 else { return 0 }
    var stream = key.child(number).stream
    return stream.choose(weights: weights)
  }
}
