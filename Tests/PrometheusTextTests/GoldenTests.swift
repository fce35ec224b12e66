import PrometheusText
import TestSupport
import Testing

@Suite struct `Golden pages` {
  private static let pages: [(String, ExpositionFormat)] = [
    ("contract.text.prom", .text), ("contract.openmetrics.prom", .openMetrics),
  ]

  @Test(arguments: pages)
  func `the contract's families are written byte for byte`(name: String, format: ExpositionFormat) throws {
    try fixtures.expect(ExpositionWriter.bytes(of: ContractFamilies.all, as: format), is: name)
  }

  @Test(arguments: pages)
  func `the contract's families read back and break no rule`(name: String, format: ExpositionFormat) throws {
    let page = try fixtures.bytes(name)
    let expected = format == .text ? ContractFamilies.all.flatMap(\.inTextFormat) : ContractFamilies.all
    #expect(try ExpositionParser.parse(page, as: format) == expected)
    #expect(ExpositionLint.findings(in: page, as: format) == [])
  }
}
