/// A text that becomes the value of a label.
///
/// Compared by its bytes, as Prometheus does; strings alone would take the two spellings of é (U+00E9, U+0065 U+0301)
/// for one.
struct LabelText: Sendable {
  /// The most bytes of a label that others chose; BBB's own IDs and names are shorter (facts §2.2).
  static let limit = 256

  let text: String

  init(_ text: String) {
    self.text = text
  }

  /// Whether the text is longer than a label may be.
  var isOverlong: Bool { text.utf8.count > Self.limit }

  /// The text in lower case.
  var lowercased: LabelText { LabelText(text.lowercased()) }
}

extension LabelText: Hashable {
  // The strings are compared first because that is much faster, and nearly always all there is to it.

  static func == (lhs: LabelText, rhs: LabelText) -> Bool {
    lhs.text == rhs.text && lhs.text.utf8.elementsEqual(rhs.text.utf8)
  }

  /// Feeds the text to the hasher; spellings that differ may share a hash.
  func hash(into hasher: inout Hasher) {
    hasher.combine(text)
  }
}

extension LabelText: Comparable {
  /// The order of strings; between two spellings of one that of their bytes.
  static func < (lhs: LabelText, rhs: LabelText) -> Bool {
    if lhs.text != rhs.text { return lhs.text < rhs.text }
    return lhs.text.utf8.lexicographicallyPrecedes(rhs.text.utf8)
  }
}
