extension String {
  /// The text up to so many bytes of UTF-8, no character cut in two, and how many bytes follow.
  func cut(toBytes most: Int) -> (text: String, left: Int) {
    guard utf8.count > most else { return (self, 0) }
    var end = utf8.index(startIndex, offsetBy: most)
    while end.samePosition(in: unicodeScalars) == nil { end = utf8.index(before: end) }
    let text = String(self[..<end])
    return (text, utf8.count - text.utf8.count)
  }
}
