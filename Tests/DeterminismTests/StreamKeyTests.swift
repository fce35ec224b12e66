import Determinism
import Testing

@Suite struct StreamKeyTests {
  static let root = StreamKey(seed: 42)

  /// Computed by a second implementation, in Python, from the sources that the code cites.
  static let golden: [(StreamKey, [UInt64])] = [
    (root, [0x19e4_79e2_aaa7_7bfb, 0x5e3e_fe75_3be2_7527, 0xc3ed_7125_b780_200a]),
    (root.child("people"), [0xc657_67b2_ed80_8e63, 0xe4c7_ef60_07bf_8ced, 0x18d7_6c5f_c1ca_682f]),
    (root.child("a").child("b"), [0x3ba0_bd34_a82b_bca7, 0xe670_6ab8_ac65_f692, 0xe96f_c9ab_7634_ed84]),
    (root.child("ab"), [0x1d65_6edb_4302_09a1, 0x007a_8be7_879f_c9d0, 0x4456_9058_894c_696d]),
    (root.child(1), [0x0c95_ac38_f055_cc58, 0xbaac_442b_5d9e_04f5, 0xd775_02e5_94e3_10fe]),
    (root.child("1"), [0x3650_b705_8fd2_9ff5, 0x994c_017a_42cd_5c0e, 0xf92b_28c8_9527_31fc]),
    (
      root.child("meeting").child(7).child("joins"),
      [0x9dd3_b17d_0ea1_938b, 0x616a_915d_d59c_8354, 0xde2a_842f_9de5_47b2]
    ),
    (
      root.child("Zoë and the others").child(-1),
      [0x7d79_c2dd_09df_1dfc, 0xe683_e252_765d_3deb, 0x03f0_e59e_d6b6_38fe]
    ),
  ]

  @Test(arguments: golden) func `the same path gives the same numbers for ever`(
    key: StreamKey, numbers: [UInt64]
  ) {
    var stream = key.stream
    #expect((0..<numbers.count).map { _ in stream.nextBits() } == numbers)
  }

  @Test func `no two paths share a stream`() {
    let names = ["", "a", "b", "ab", "aa", "1", "12345678", "123456789", "12345678\0"]
    var keys = [Self.root, StreamKey(seed: 43)]
    for name in names {
      keys += [Self.root.child(name)] + names.map { Self.root.child(name).child($0) }
      keys += (-1...64).map { Self.root.child(name).child($0) }
    }
    keys += (-1...1000).map { Self.root.child($0) }
    #expect(Set(keys).count == keys.count)
    #expect(
      Set(
        keys.map { key in
          var stream = key.stream
          return stream.nextBits()
        }
      ).count == keys.count)
  }

  @Test func `neighbouring streams go their own ways`() {
    var sum = 0.0
    for index in 0..<10_000 {
      var left = Self.root.child(index).stream
      var right = Self.root.child(index + 1).stream
      sum += (left.nextUniform() - 0.5) * (right.nextUniform() - 0.5)
    }
    // Each product has deviation 1/12; a mean of 10,000 stays within five deviations of 0.
    #expect(abs(sum / 10_000) < 5.0 / 12 / 100)
  }
}
