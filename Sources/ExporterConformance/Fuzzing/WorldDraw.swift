import ConformanceKit
import Determinism
import Scenarios

/// Draws one world; every part of it from a stream of its own, so that none moves another.
struct WorldDraw: Sendable {
  let key: StreamKey
  /// What the exporter is held to: `required` draws only what 0.7.1's user guide promises.
  let level: Level

  init(seed: UInt64, number: Int, level: Level) {
    key = StreamKey(seed: seed).child("fuzz").child(level.rawValue).child(number)
    self.level = level
  }

  /// Whether the world may hold what 0.7.1 gets wrong (contract §4).
  var goesBeyondRequired: Bool { level != .required }

  /// No instant lies behind this.
  static let length = Duration.seconds(4 * 3600)

  func stream(_ name: String) -> RandomStream { key.child(name).stream }
}

extension RandomStream {
  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[nextInteger(below: elements.count)]
  }

  mutating func chance(_ chance: Double) -> Bool { nextBool(chance: chance) }

  /// A whole number from a range.
  mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + nextInteger(below: range.count)
  }

  /// Whole minutes mostly, so that much falls on one moment; now and then to the millisecond.
  mutating func duration(minutes range: ClosedRange<Int>) -> Duration {
    let whole = Duration.seconds(60 * number(range))
    return chance(0.15) ? whole + .milliseconds(number(1...59_999)) : whole
  }

  /// A share in whole percent.
  mutating func share() -> Double { Double(number(0...100)) / 100 }
}
