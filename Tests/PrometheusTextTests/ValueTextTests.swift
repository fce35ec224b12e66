import PrometheusText
import Testing

@Suite struct `Numbers as text` {
  @Test(
    arguments: [
      (0, "0"), (-0.0, "-0.0"), (1, "1"), (-17, "-17"), (1234, "1234"), (0.1, "0.1"), (2.5, "2.5"),
      (0x1p53, "9007199254740992"), (0x1p53 + 2, "9.007199254740994e+15"), (1e16, "1e+16"), (1e21, "1e+21"),
      (1e-5, "1e-05"), (.leastNonzeroMagnitude, "5e-324"),
      (1.7976931348623157e308, "1.7976931348623157e+308"),
      (.infinity, "+Inf"), (-.infinity, "-Inf"), (.nan, "NaN"),
    ] as [(Double, String)])
  func `a value is the shortest text that reads back`(value: Double, text: String) {
    #expect(value.expositionText == text)
    let page = ExpositionWriter.bytes(of: [.gauge("a", help: "", value: value)], as: .text)
    #expect(String(decoding: page, as: UTF8.self) == "# TYPE a gauge\na \(text)\n")
  }

  @Test(
    arguments: [
      (0, "0.0", "0"), (1, "1.0", "1"), (0.025, "0.025", "0.025"), (10, "10.0", "10"), (120, "120.0", "120"),
      (100_000, "100000.0", "100000"), (1_000_000, "1e+06", "1000000"), (1_500_000, "1.5e+06", "1500000"),
      (1_234_567.5, "1.2345675e+06", "1234567.5"), (1e10, "1e+10", "10000000000"), (1e-5, "1e-05", "1e-05"),
      (-2, "-2.0", "-2"), (-1e7, "-1e+07", "-10000000"), (1e21, "1e+21", "1e+21"),
    ] as [(Double, String, String)])
  func `a bound has a canonical and a plain spelling`(bound: Double, canonical: String, plain: String) {
    #expect(Histogram(upperBounds: [bound]).buckets[0].boundText == canonical)
    #expect(Histogram(upperBounds: [bound], boundStyle: .plain).buckets[0].boundText == plain)
  }
}
