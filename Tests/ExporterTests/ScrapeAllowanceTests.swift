import Testing

@testable import Exporter

@Suite struct ScrapeAllowanceTests {
  @Test(arguments: [
    (nil, Duration.seconds(9.5)), ("10", .seconds(9.5)), ("2.5", .seconds(2)), ("1", .seconds(0.5)),
    ("0.2", .seconds(0.1)), ("1e9", .seconds(299.5)), ("inf", .seconds(299.5)), ("0", .seconds(9.5)),
    ("-3", .seconds(9.5)), ("soon", .seconds(9.5)), ("nan", .seconds(9.5)), ("", .seconds(9.5)),
    ("-inf", .seconds(9.5)), ("1e-320", .zero), ("1e999", .seconds(299.5)), ("10, 20", .seconds(9.5)),
    ("+15", .seconds(14.5)), ("300", .seconds(299.5)), ("١٠", .seconds(9.5)),
  ])
  func `the scraper's timeout less a margin, else the setting's`(_ header: String?, _ expected: Duration) {
    #expect(ScrapeAllowance.allowance(header: header, setting: .seconds(10)) == expected)
  }
}
