import PrometheusText
import TestSupport

/// Families as hostile as the model allows, that keep the rules of the parser.
enum RandomFamilies {
  static func families(seed: UInt64) -> [MetricFamily] {
    var random = SeededGenerator(seed: seed)
    return (0..<Int.random(in: 0...6, using: &random)).map { family(number: $0, &random) }
  }

  private static func family(number: Int, _ random: inout SeededGenerator) -> MetricFamily {
    let type = random.pick(MetricType.allCases)
    let hasUnit = Bool.random(using: &random) && type != .info && type != .stateset
    let name = random.pick(["a", "_", ":", "bbb_room", "X9:"]) + "\(number)" + (hasUnit ? "_seconds" : "")
    var family = MetricFamily(
      name: name, type: type, help: text(&random), unit: hasUnit ? "seconds" : nil)
    for index in 0..<Int.random(in: 0...5, using: &random) {
      family.samples.append(sample(of: type, number: index, &random))
    }
    return family
  }

  private static func sample(of type: MetricType, number: Int, _ random: inout SeededGenerator) -> Sample {
    let suffix = random.pick(suffixes(of: type))
    var labels = (0..<Int.random(in: 0...3, using: &random)).map { Label("l\($0)", text(&random)) }
    labels.append(Label("n", "\(number)"))
    var sample = Sample(suffix: suffix, labels: labels.shuffled(using: &random), value: value(&random))
    if Int.random(in: 0..<4, using: &random) == 0 { sample.timestamp = timestamp(&random) }
    if suffix == "_bucket" || suffix == "_total", Bool.random(using: &random) {
      sample.exemplar = Exemplar(
        labels: [Label("trace", "\"\\\n")], value: value(&random), timestamp: timestamp(&random))
    }
    return sample
  }

  private static func suffixes(of type: MetricType) -> [String] {
    switch type {
    case .counter: ["_total"]
    case .histogram: ["_bucket", "_count", "_sum", "_created"]
    case .gaugehistogram: ["_bucket", "_gcount", "_gsum"]
    case .summary: ["", "_count", "_sum"]
    case .info: ["_info"]
    case .gauge, .stateset, .unknown: [""]
    }
  }

  static func value(_ random: inout SeededGenerator) -> Double {
    switch Int.random(in: 0..<4, using: &random) {
    case 0:
      random.pick([
        .nan, .infinity, -.infinity, 0, -0.0, 1, -1, 0x1p53, 0x1p53 + 2, 1e15, 1e16, 1e21, .pi, 1e-5,
        .leastNonzeroMagnitude, .greatestFiniteMagnitude, 0.1, 1234567.5,
      ])
    case 1: Double(Int64.random(in: -1_000_000...1_000_000, using: &random))
    case 2: Double.random(in: -1e3...1e3, using: &random)
    default: Double(bitPattern: random.next())
    }
  }

  /// Whole milliseconds, which both formats carry.
  private static func timestamp(_ random: inout SeededGenerator) -> Double {
    Double(Int64.random(in: -1_000_000_000...4_000_000_000_000, using: &random)) / 1000
  }

  static func text(_ random: inout SeededGenerator) -> String {
    let pieces = [
      "a", "0", " ", "\t", "\\", "\"", "\n", "\r", "\r\n", "\\n", "\\\"", "{", "}", ",", "=", "#", " # ",
      "# EOF",
      "é", "☕️", "\u{0}", "\u{1B}", "\u{2028}", "\u{FEFF}", "𝄞", "e\u{301}", "\u{85}",
    ]
    return (0..<Int.random(in: 0...6, using: &random)).map { _ in random.pick(pieces) }.joined()
  }
}
