/// A stretch of an axis, and the ticks that a person would draw on it.
struct PlotScale: Equatable {
  /// Where the axis begins, and where it ends; finite, and never the same.
  let low, high: Double
  /// The heights of the ticks, ascending.
  let ticks: [Double]
  private let step: Double

  /// An axis that shows all of `values`; what is not finite is passed over.
  ///
  /// It begins and ends where the values do or, if it is `roundedOut`, at ticks, one of them 0.
  init(over values: some Sequence<Double>, roundedOut: Bool) {
    let finite = values.filter(\.isFinite).map { min(max($0, -PlotScale.largest), PlotScale.largest) }
    let (low, high) = PlotScale.stretch(finite, fromZero: roundedOut)
    let step = PlotScale.step(of: high - low, isWhole: finite.allSatisfy { $0 == $0.rounded() })
    self.step = step
    self.low = roundedOut ? (low / step).rounded(.down) * step : low
    self.high = roundedOut ? (high / step).rounded(.up) * step : high
    let numbers = stride(
      from: (self.low / step).rounded(.up), through: (self.high / step).rounded(.down), by: 1)
    ticks = numbers.prefix(12).map { $0 * step }
  }

  /// Where a value stands: 0 at the beginning of the axis, 1 at its end.
  func share(of value: Double) -> Double { min(max((value - low) / (high - low), 0), 1) }

  /// A tick as its label writes it, with as many decimals as the ticks need to differ.
  func label(_ tick: Double) -> String {
    var scale = 1.0
    while step * scale < 0.999, scale < 1e9 { scale *= 10 }
    let rounded = scale < 1e9 ? (tick * scale).rounded() / scale : tick
    let isLong = rounded.magnitude >= 10_000 && rounded.magnitude < 1e15
    return isLong ? Int(rounded).grouped : rounded == 0 ? "0" : rounded.shortest
  }

  /// Differences of larger numbers would not be finite.
  private static let largest = 1e300
  private static let smallest = 1e-300
  private static let wantedTicks = 4.0

  private static func stretch(_ values: [Double], fromZero: Bool) -> (Double, Double) {
    let low = (values + (fromZero ? [0] : [])).min() ?? 0
    let high = (values + (fromZero ? [0] : [])).max() ?? 1
    guard high - low < max(smallest, high.magnitude * 1e-12) else { return (low, high) }
    return fromZero ? (0, 1) : (low - max(0.5, low.magnitude / 2), high + max(0.5, high.magnitude / 2))
  }

  /// One, two or five times a power of ten; whole numbers have no ticks between them.
  private static func step(of span: Double, isWhole: Bool) -> Double {
    let least = span / wantedTicks
    var power = 1.0
    while power * 10 <= least { power *= 10 }
    while power > least { power /= 10 }
    let step = [1, 2, 5, 10].map { $0 * power }.first { $0 >= least } ?? 10 * power
    return isWhole ? max(1, step) : step
  }
}
