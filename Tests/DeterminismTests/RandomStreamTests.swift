import Determinism
import Testing

@Suite struct RandomStreamTests {
  @Test(arguments: [1, 2, 3, 10, 62, 1000]) func `each integer below the bound is as likely`(bound: Int) {
    var stream = StreamKey(seed: 1).child(bound).stream
    var counts = [Int](repeating: 0, count: bound)
    let draws = 200 * bound
    for _ in 0..<draws { counts[stream.nextInteger(below: bound)] += 1 }
    let chiSquare = counts.reduce(0.0) { $0 + (Double($1) - 200) * (Double($1) - 200) / 200 }
    let freedom = Double(bound - 1)
    #expect(chiSquare <= freedom + 5 * (2 * freedom).squareRoot())
  }

  @Test func `a large bound that divides 2⁶⁴ unevenly is unbiased`() {
    // Without drawing again, eight numbers of 64 bits would fall on three results as 3, 3 and 2.
    var stream = StreamKey(seed: 2).stream
    let third = (0..<30_000).count { _ in stream.nextInteger(below: 3 << 61) % 3 == 2 }
    #expect(abs(third - 10_000) < 400)
  }

  @Test func `uniform numbers fill the unit interval evenly`() {
    var stream = StreamKey(seed: 3).stream
    var tenths = [Int](repeating: 0, count: 10)
    for _ in 0..<100_000 {
      let number = stream.nextUniform()
      #expect(number >= 0 && number < 1)
      tenths[Int(number * 10)] += 1
    }
    #expect(tenths.allSatisfy { abs($0 - 10_000) < 500 })
  }

  @Test func `alphanumerics keep to their alphabet`() {
    var stream = StreamKey(seed: 4).stream
    let lower = stream.nextAlphanumerics(500)
    let mixed = stream.nextMixedCaseAlphanumerics(1000)
    #expect(lower.count == 500 && Set(lower) == Set("0123456789abcdefghijklmnopqrstuvwxyz"))
    #expect(mixed.count == 1000 && Set(mixed).count == 62)
    #expect(stream.nextAlphanumerics(0) == "")
  }

  @Test func `shuffling keeps the elements and reaches every order`() {
    var stream = StreamKey(seed: 5).stream
    var seen: [[Int]: Int] = [:]
    for _ in 0..<6000 {
      var elements = [1, 2, 3]
      stream.shuffle(&elements)
      seen[elements, default: 0] += 1
    }
    #expect(seen.count == 6)
    #expect(seen.values.allSatisfy { abs($0 - 1000) < 200 })
    #expect(seen.keys.allSatisfy { $0.sorted() == [1, 2, 3] })
  }

  @Test func `choices follow their weights and spare those of weight 0`() {
    var stream = StreamKey(seed: 6).stream
    var counts = [0, 0, 0, 0]
    for _ in 0..<100_000 { counts[stream.choose(weights: [97, 0, 3, 0])] += 1 }
    #expect(counts[1] == 0 && counts[3] == 0)
    #expect(abs(counts[2] - 3000) < 300)
  }

  @Test func `chances hold`() {
    var stream = StreamKey(seed: 7).stream
    let happened = (0..<100_000).count { _ in stream.nextBool(chance: 0.2) }
    #expect(abs(happened - 20_000) < 700)
    let edges = (0..<1000).allSatisfy { _ in stream.nextBool(chance: 1) && !stream.nextBool(chance: 0) }
    #expect(edges)
  }

  @Test func `the same seed gives the same texts and orders`() {
    var stream = StreamKey(seed: 42).child("golden").stream
    var order = Array(1...8)
    stream.shuffle(&order)
    #expect(stream.nextAlphanumerics(12) == "gwcis1j8v9w4")
    #expect(order == [1, 6, 2, 3, 5, 7, 4, 8])
    #expect(stream.nextMixedCaseAlphanumerics(6) == "EjAUt6")
  }
}
