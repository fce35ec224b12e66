import Foundation
import Testing

@testable import Determinism

/// The C library is the second opinion here, and only here.
@Suite struct PortableMathTests {
  @Test func `the logarithm agrees with the C library`() {
    var stream = StreamKey(seed: 21).stream
    for _ in 0..<20_000 {
      let x =
        0x1p-40 * Double(sign: .plus, exponent: stream.nextInteger(below: 80), significand: 1)
        * (1 + stream.nextUniform())
      #expect(abs(PortableMath.logarithm(x) - Foundation.log(x)) <= 4e-16 * max(1, abs(Foundation.log(x))))
    }
    #expect(PortableMath.logarithm(1) == 0)
  }

  @Test func `the exponential agrees with the C library`() {
    var stream = StreamKey(seed: 22).stream
    for _ in 0..<20_000 {
      let x = (stream.nextUniform() - 0.5) * 80
      #expect(abs(PortableMath.exponential(x) / Foundation.exp(x) - 1) <= 1e-15, "e to the \(x)")
    }
    #expect(PortableMath.exponential(0) == 1)
    #expect(PortableMath.exponential(-1e9) == 0)
    #expect(PortableMath.exponential(1e9).isFinite)
  }
}
