import BBBClient

/// A list of upper bounds as the environment spells it: `0,1,5`.
enum BucketList {
  /// The largest bound; no room holds more, and doubles tell all whole numbers up to it apart.
  static let largestBound = 1_000_000_000

  /// The bounds in ascending order.
  static func bounds(in text: String) throws(BucketListError) -> [Double] {
    var bounds: [Int] = []
    for entry in text.split(separator: ",", omittingEmptySubsequences: false) {
      let bound = try bound(in: entry)
      if let last = bounds.last, bound <= last { throw bound == last ? .repeated(bound) : .unsorted(bound) }
      bounds.append(bound)
    }
    return bounds.map(Double.init)
  }

  private static func bound(in entry: Substring) throws(BucketListError) -> Int {
    let text = String(entry.trimmedText)
    guard !text.isEmpty else { throw .emptyEntry }
    guard let bound = Int(wholeNumber: text), bound <= largestBound else { throw .notWhole(text) }
    return bound
  }
}

/// Why a list of bounds is refused.
enum BucketListError: Error, Equatable {
  /// Two commas with nothing between them, or a comma at an end.
  case emptyEntry
  /// Not a whole number of 0 or more, or one beyond ``BucketList/largestBound``.
  case notWhole(String)
  /// Smaller than the entry before it.
  case unsorted(Int)
  /// Equal to the entry before it.
  case repeated(Int)
}

extension BucketListError: CustomStringConvertible {
  /// The rule, as the end of a sentence.
  var description: String {
    let rule = "must be whole numbers from 0 to \(BucketList.largestBound), ascending and separated by commas"
    return switch self {
    case .emptyEntry: "\(rule): one entry is empty"
    case .notWhole(let text): "\(rule): \"\(text.singleLine)\" is none"
    case .unsorted(let bound): "\(rule): \(bound) comes too late"
    case .repeated(let bound): "\(rule): \(bound) stands twice"
    }
  }
}
