import ArgumentParser

/// What chance comes from: drawn anew for each call, unless it is given.
struct DrawnSeed: ExpressibleByArgument {
  let number: UInt64

  /// A seed that is short enough to be typed again.
  init() { number = .random(in: 0..<1_000_000_000) }

  init?(argument: String) {
    guard let number = UInt64(argument) else { return nil }
    self.number = number
  }

  var defaultValueDescription: String { "drawn" }
}
