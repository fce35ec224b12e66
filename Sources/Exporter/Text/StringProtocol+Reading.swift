extension StringProtocol {
  /// The text without white space around it.
  var trimmedText: SubSequence {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return self[endIndex...] }
    return self[first...last]
  }

  /// What stands between the quotation marks at its ends; nil when there are none, or two that differ.
  var unquotedText: SubSequence? {
    guard count > 1, let mark = first, mark == last, mark == "\"" || mark == "'" else { return nil }
    return dropFirst().dropLast()
  }
}

extension Int {
  /// The number that consists of ASCII digits alone; nil for anything else and for what no Int holds.
  init?(wholeNumber text: some StringProtocol) {
    guard text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
    self.init(text)
  }
}
