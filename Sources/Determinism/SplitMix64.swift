/// The generator that spreads 64 bits over a larger state.
///
/// - Source: Sebastiano Vigna, `splitmix64.c` (2015, public domain), <https://prng.di.unimi.it/splitmix64.c>.
struct SplitMix64 {
  /// 2⁶⁴ divided by the golden ratio, made odd.
  static let increment: UInt64 = 0x9e37_79b9_7f4a_7c15

  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= Self.increment
    return Self.mixed(state)
  }

  /// A bijection after which every bit depends on every bit (Stafford's variant 13).
  static func mixed(_ bits: UInt64) -> UInt64 {
    var z = bits
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
