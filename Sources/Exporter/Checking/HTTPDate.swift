import FoundationEssentials

/// The date of a `Date` header.
enum HTTPDate {
  /// Reads the one form that servers may write, such as `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110 §5.6.7).
  static func date(in text: String) -> Date? {
    let words = text.split(separator: " ")
    guard words.count == 6, words[5] == "GMT", let month = months.firstIndex(of: words[2]) else { return nil }
    let numbers = ([words[1], words[3]] + words[4].split(separator: ":")).map {
      SettingsReader.wholeNumber($0)
    }
    guard numbers.count == 5, numbers.allSatisfy({ $0 != nil }) else { return nil }
    var parts = DateComponents()
    (parts.day, parts.year) = (numbers[0], numbers[1])
    (parts.hour, parts.minute, parts.second) = (numbers[2], numbers[3], numbers[4])
    parts.month = month + 1
    parts.timeZone = .gmt
    return Calendar(identifier: .gregorian).date(from: parts)
  }

  private static let months: [Substring] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
