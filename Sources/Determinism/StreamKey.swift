/// The place of a random stream: a seed and a path of names and numbers below it.
///
/// Who asks for a number decides which number it is, not when: a stream depends on its path alone, so one more
/// person in one meeting moves nobody in another. Paths are told apart by their steps, not by their text: `"a"`
/// then `"b"` is another place than `"ab"`, and `1` another than `"1"`.
///
/// The same path gives the same stream on every machine and with every version of Swift; golden numbers in the
/// tests hold it to that.
public struct StreamKey: Sendable, Hashable {
  /// What was absorbed so far. Two paths share it with a chance of 2⁻⁶⁴.
  let state: UInt64

  /// The root of all streams of one seed.
  public init(seed: UInt64) {
    state = Self.absorbing(seed, into: 0)
  }

  private init(state: UInt64) { self.state = state }

  /// The place one step further, by a name; any text, compared by its UTF-8 bytes.
  public func child(_ name: String) -> StreamKey {
    var state = Self.absorbing(Step.name, into: state)
    var word: UInt64 = 0
    var count: UInt64 = 0
    for byte in name.utf8 {
      word |= UInt64(byte) << ((count % 8) * 8)
      count += 1
      if count % 8 == 0 {
        state = Self.absorbing(word, into: state)
        word = 0
      }
    }
    state = Self.absorbing(word, into: state)
    // The length last: it tells trailing zero bytes from the filling of the last word.
    return StreamKey(state: Self.absorbing(count, into: state))
  }

  /// The place one step further, by a number; any `Int`.
  public func child(_ index: Int) -> StreamKey {
    let state = Self.absorbing(Step.index, into: state)
    return StreamKey(state: Self.absorbing(UInt64(bitPattern: Int64(index)), into: state))
  }

  /// The random numbers of this place, from the first one on.
  public var stream: RandomStream { RandomStream(seed: state) }

  /// What kind of step follows, so that a name and a number never mean the same.
  private enum Step {
    static let name: UInt64 = 0x6e61_6d65
    static let index: UInt64 = 0x696e_6478
  }

  /// A bijection of either argument while the other stands still.
  private static func absorbing(_ word: UInt64, into state: UInt64) -> UInt64 {
    SplitMix64.mixed((state ^ word) &+ SplitMix64.increment)
  }
}
