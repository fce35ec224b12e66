import ArgumentParser
import Determinism

/// How fast simulated time passes: `real`, `frozen`, or a factor such as `60x`.
struct ClockRate: ExpressibleByArgument {
  /// Simulated seconds in a real one.
  let rate: Double

  static let real = ClockRate(rate: 1)

  private init(rate: Double) { self.rate = rate }

  init?(argument: String) {
    switch argument {
    case "real": rate = 1
    case "frozen": rate = 0
    default:
      guard argument.hasSuffix("x"), let factor = Double(argument.dropLast()),
        (0.001...1_000_000).contains(factor)
      else {
        return nil
      }
      rate = factor
    }
  }

  var defaultValueDescription: String { "real" }
}

/// A moment of the day, as a duration after its beginning.
struct DayOffset: ExpressibleByArgument {
  let offset: Duration

  static let start = DayOffset(offset: .zero)

  private init(offset: Duration) { self.offset = offset }

  init?(argument: String) {
    // ArgumentParser has its own words for an argument that can't be read.
    guard let offset = try? Duration(scenarioText: argument) else { return nil }
    self.offset = offset
  }

  var defaultValueDescription: String { offset.scenarioText }
}
