import Testing

@testable import BBBClient

@Suite struct HTTPDateTests {
  /// By GNU date.
  private static let good: [(String, Int)] = [
    ("Thu, 01 Jan 1970 00:00:00 GMT", 0), ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777),
    ("Tue, 29 Feb 2000 23:59:59 GMT", 951_868_799), ("Mon, 02 Mar 2026 08:00:00 GMT", 1_772_438_400),
    ("Thu, 31 Dec 2099 23:59:59 GMT", 4_102_444_799), ("Fri, 31 Dec 1999 23:59:60 GMT", 946_684_800),
    ("Wed, 31 Dec 1969 23:59:59 GMT", -1), ("Xxx, 28 Feb 2100 00:00:00 GMT", 4_107_456_000),
    ("Mon, 01 Mar 2100 00:00:00 GMT", 4_107_542_400),
  ]

  @Test(arguments: good)
  func `the form that servers send is read`(text: String, seconds: Int) {
    #expect(HTTPDate.secondsSinceEpoch(of: text) == seconds)
  }

  @Test(arguments: [
    "", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994", "Sun, 06 Nov 1994 08:49:37",
    "Sun, 06 Nov 1994 08:49:37 CET", "Sun, 6 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 94 08:49:37 GMT",
    "Sun, 06 nov 1994 08:49:37 GMT", "Sun, 31 Nov 1994 08:49:37 GMT", "Tue, 29 Feb 2100 00:00:00 GMT",
    "Sun, 00 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 24:00:00 GMT", "Sun, 06 Nov 1994 08:60:00 GMT",
    "Sun, 06 Nov 1994 08:49:61 GMT", "Sun, 06 Nov 1994 08:49 GMT", "Sun, 06 Nov 1994 -8:49:37 GMT",
    "Sun, 06 Nov 1994 ٠٨:49:37 GMT", "1772438400", "Sun, 06 Nov 1994  08:49:37 GMT",
  ])
  func `anything else is no date`(text: String) {
    #expect(HTTPDate.secondsSinceEpoch(of: text) == nil)
  }
}
