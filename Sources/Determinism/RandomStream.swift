/// An endless sequence of random numbers, the same for the same seed on every machine.
///
/// The algorithm is ours to keep: the standard library may change how `random(in:using:)` draws, which would change
/// every golden day.
/// - Source: xoshiro256**, David Blackman and Sebastiano Vigna (2018, public domain),
///   <https://prng.di.unimi.it/xoshiro256starstar.c>, its state filled by SplitMix64 as they advise.
public struct RandomStream: Sendable, Equatable {
  private var s0, s1, s2, s3: UInt64

  /// Starts a stream; prefer ``StreamKey/stream``, which keeps streams apart by name.
  public init(seed: UInt64) {
    var filling = SplitMix64(seed: seed)
    s0 = filling.next()
    s1 = filling.next()
    s2 = filling.next()
    s3 = filling.next()
  }

  /// 64 even bits.
  public mutating func nextBits() -> UInt64 {
    let result = Self.rotated(s1 &* 5, by: 7) &* 9
    let carried = s1 << 17
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= carried
    s3 = Self.rotated(s3, by: 45)
    return result
  }

  private static func rotated(_ bits: UInt64, by count: UInt64) -> UInt64 {
    (bits << count) | (bits >> (64 - count))
  }
}

extension RandomStream {
  /// A number from 0 up to, but not including, 1, in steps of 2⁻⁵³.
  public mutating func nextUniform() -> Double {
    Double(nextBits() >> 11) * 0x1p-53
  }

  /// A number between 0 and 1, neither of them included; for inverse distribution functions.
  mutating func nextOpenUniform() -> Double {
    (Double(nextBits() >> 12) + 0.5) * 0x1p-52
  }

  /// Whether something of this chance happens; `chance` from 0 (never) to 1 (always).
  public mutating func nextBool(chance: Double) -> Bool {
    nextUniform() < chance
  }

  /// A whole number from 0 up to, but not including, `bound`, each equally likely.
  ///
  /// Traps when `bound` is not above 0.
  /// - Source: Daniel Lemire, Fast random integer generation in an interval (2019), arXiv:1805.10941.
  public mutating func nextInteger(below bound: Int) -> Int {
    precondition(bound > 0, "no integer from 0 lies below \(bound)")
    let width = UInt64(bound)
    var product = nextBits().multipliedFullWidth(by: width)
    if product.low < width {
      // The lowest few products would make some results likelier than others; they are drawn again.
      let uneven = (0 &- width) % width
      while product.low < uneven {
        product = nextBits().multipliedFullWidth(by: width)
      }
    }
    return Int(product.high)
  }
}
