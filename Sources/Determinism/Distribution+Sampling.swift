extension Distribution {
  /// Draws one number.
  ///
  /// Every shape spends exactly one number of the stream, the constant none, and the result never falls as that
  /// number rises: days that differ in one parameter stay comparable.
  public func sample(_ stream: inout RandomStream) -> Double {
    switch self {
    case .constant(let value):
      value
    case .uniform(let lower, let upper):
      lower + (upper - lower) * stream.nextUniform()
    case .exponential(let mean):
      -mean * PortableMath.logarithm(1 - stream.nextUniform())
    case .lognormal(let median, let p99):
      median * PortableMath.exponential(Self.spread(median: median, p99: p99) * stream.nextNormal())
    }
  }

  /// The standard deviation of the logarithm: 99% of a normal distribution lie below 2.3263 deviations.
  private static func spread(median: Double, p99: Double) -> Double {
    PortableMath.logarithm(p99 / median) / 2.326_347_874_040_841
  }
}

extension RandomStream {
  /// A number with mean 0 and deviation 1, by the inverse of the normal distribution function.
  mutating func nextNormal() -> Double {
    NormalQuantile.value(at: nextOpenUniform())
  }
}
