import Foundation
import Testing

@testable import BBBWire

@Suite struct CreateDateTests {
  @Test(arguments: [
    (1_715_261_728_000, "Thu May 09 13:35:28 UTC 2024"),
    (1_735_689_600_123, "Wed Jan 01 00:00:00 UTC 2025"),
    (0, "Thu Jan 01 00:00:00 UTC 1970"),
    (-1, "Wed Dec 31 23:59:59 UTC 1969"),
    (1_709_164_799_999, "Wed Feb 28 23:59:59 UTC 2024"),
    (1_709_164_800_000, "Thu Feb 29 00:00:00 UTC 2024"),
    (951_782_400_000, "Tue Feb 29 00:00:00 UTC 2000"),
    (4_107_542_400_000, "Mon Mar 01 00:00:00 UTC 2100"),
    (253_402_300_799_999, "Fri Dec 31 23:59:59 UTC 9999"),
  ])
  func `a date is written as Java writes it`(milliseconds: Int64, written: String) {
    #expect(text(milliseconds) == written)
  }

  @Test func `Foundation writes the same dates`() {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(identifier: "UTC")
    formatter.dateFormat = "EEE MMM dd HH:mm:ss 'UTC' yyyy"
    // A prime step over four centuries, so that every kind of year and day comes up.
    for second in stride(from: Int64(-9_000_000_000), to: 9_000_000_000, by: 7_654_321) {
      #expect(text(second * 1000) == formatter.string(from: Date(timeIntervalSince1970: Double(second))))
    }
  }

  @Test(arguments: [Int64.min, Int64.max])
  func `the ends of time do not trap`(milliseconds: Int64) {
    #expect(!text(milliseconds).isEmpty)
  }

  private func text(_ milliseconds: Int64) -> String {
    var text = WireText()
    CreateDate(millisecondsSinceEpoch: milliseconds).write(to: &text)
    return String(decoding: text.bytes, as: UTF8.self)
  }
}
