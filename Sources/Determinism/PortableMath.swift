/// Logarithm and exponential from additions, multiplications and divisions only.
///
/// IEEE 754 fixes those to the last bit everywhere, whereas `log` and `exp` of the C library differ in the last bit
/// from one version and processor to the next: enough to move a join by a millisecond and break the same seed,
/// same bytes. Both are right to about 15 digits.
enum PortableMath {
  /// ln 2 in two parts: the first has its low bits clear, so that a small multiple of it is exact.
  private static let ln2High = 6.931_471_803_691_238_164_90e-01
  private static let ln2Low = 1.908_214_929_270_587_700_02e-10

  /// The natural logarithm of a finite number above 0.
  ///
  /// With x = m · 2ᵏ and m near 1: k · ln 2 + 2 · artanh((m − 1) / (m + 1)), the latter by its series.
  static func logarithm(_ x: Double) -> Double {
    precondition(x > 0 && x.isFinite, "no logarithm of \(x)")
    var mantissa = x.significand
    var power = Double(x.exponent)
    if mantissa > 1.414_213_562_373_095_1 {
      mantissa /= 2
      power += 1
    }
    let s = (mantissa - 1) / (mantissa + 1)
    return power * ln2High + (power * ln2Low + 2 * s * oddSeries(s * s))
  }

  /// 1 + z/3 + z²/5 + …; z is at most 0.0295, so twelve terms leave less than 10⁻¹⁸.
  private static func oddSeries(_ z: Double) -> Double {
    var sum = 0.0
    for term in stride(from: 23.0, through: 1, by: -2) {
      sum = sum * z + 1 / term
    }
    return sum
  }

  /// e to the power of x; 0 below −700 and e⁷⁰⁰ above 700, far outside what a day needs.
  static func exponential(_ x: Double) -> Double {
    if x < -700 { return 0 }
    let bounded = min(x, 700)
    let power = (bounded / 0.693_147_180_559_945_3).rounded()
    let rest = (bounded - power * ln2High) - power * ln2Low
    // |rest| is at most 0.35, so fourteen terms of the power series leave less than 10⁻¹⁷.
    var sum = 1.0
    for term in stride(from: 14.0, through: 1, by: -1) {
      sum = 1 + rest / term * sum
    }
    return Double(sign: .plus, exponent: Int(power), significand: sum)
  }
}
