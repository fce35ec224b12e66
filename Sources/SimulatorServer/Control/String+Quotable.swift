extension StringProtocol {
  /// The beginning of what a caller sent, short enough for a message about it.
  ///
  /// Counted in scalars: one character may be thousands of them.
  var quotable: String { String(String.UnicodeScalarView(unicodeScalars.prefix(40))) }
}
