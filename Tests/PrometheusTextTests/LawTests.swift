import PrometheusText
import TestSupport
import Testing

@Suite struct `Laws of writing and parsing` {
  @Test(arguments: ExpositionFormat.allCases)
  func `parsing what was written gives the same families`(format: ExpositionFormat) throws {
    for seed in UInt64(0)..<2000 {
      let families = RandomFamilies.families(seed: seed)
      let expected = format == .text ? families.flatMap(\.inTextFormat) : families
      let page = ExpositionWriter.bytes(of: families, as: format)
      do {
        let parsed = try ExpositionParser.parse(page, as: format)
        try #require(parsed == expected, "seed \(seed):\n\(String(decoding: page, as: UTF8.self))")
        try #require(ExpositionWriter.bytes(of: parsed, as: format) == page, "seed \(seed)")
      } catch let error as ExpositionError {
        Issue.record("seed \(seed): \(error)\n\(String(decoding: page, as: UTF8.self))")
        return
      }
    }
  }

  @Test func `every value reads back as the same bits`() throws {
    var random = SeededGenerator(seed: 53)
    for _ in 0..<20_000 {
      let value = RandomFamilies.value(&random)
      let family = MetricFamily.gauge("a", help: "", value: value)
      let page = ExpositionWriter.bytes(of: [family], as: .text)
      let parsed = try ExpositionParser.parse(page, as: .text)
      let read = try #require(SampleIndex(parsed).value(of: "a"))
      try #require(read.bitPattern == value.bitPattern || (read.isNaN && value.isNaN), "\(value)")
    }
  }

  @Test(arguments: ExpositionFormat.allCases)
  func `pages that grow piece by piece are the same bytes`(format: ExpositionFormat) {
    var page: [UInt8] = []
    for family in ContractFamilies.all { ExpositionWriter.append([family], as: format, to: &page) }
    ExpositionWriter.appendEnd(as: format, to: &page)
    #expect(page == ExpositionWriter.bytes(of: ContractFamilies.all, as: format))
  }
}
