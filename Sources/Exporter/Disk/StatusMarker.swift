/// A file in `recording/status/<stage>`, whose name says how far a recording has come.
///
/// `<id>.done` in the first stages, `<id>-<format>.done` in the later ones; `.fail` and `.norecord` end the way.
/// - Source: facts §5.2.
struct StatusMarker: Equatable {
  /// The recording, with the format still at its end where that cannot be told from the ID.
  let id: String
  /// The recording, with the last part between hyphens taken off.
  let idWithoutFormat: String
  /// Whether nothing more will happen to the recording.
  let isEnd: Bool

  init(_ name: String) {
    let stem =
      ["done", "fail", "norecord"].first { name.hasSuffix(".\($0)") }
      .map { String(name.dropLast($0.count + 1)) } ?? name
    isEnd = name.hasSuffix(".fail") || name.hasSuffix(".norecord")
    id = Self.leadingID(of: stem) ?? stem
    idWithoutFormat = stem.lastIndex(of: "-").map { String(stem[..<$0]) } ?? stem
  }

  /// The ID at the start, if it looks as BBB makes them: SHA-1 in hexadecimal, hyphen, milliseconds.
  ///
  /// It also ends the names of chapter breaks, `<id>-<ms>.done`.
  private static func leadingID(of stem: String) -> String? {
    let hash = stem.prefix { $0.isHexDigit }
    guard hash.count == 40, stem.dropFirst(40).first == "-" else { return nil }
    let milliseconds = stem.dropFirst(41).prefix { $0.isASCII && $0.isNumber }
    return milliseconds.count == 13 ? "\(hash)-\(milliseconds)" : nil
  }
}
