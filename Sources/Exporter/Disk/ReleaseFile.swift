/// The file in which a server names its version: `BIGBLUEBUTTON_RELEASE=3.0.4`, as shells read it.
///
/// Scripts of BigBlueButton source the file, so comments, blank lines, `export` and quotation marks may be there; more
/// than one assignment only if one of them is of that name.
/// - Source: bigbluebutton-config `bin/bbb-record`; exporter contract §1.
enum ReleaseFile {
  private static let key = "BIGBLUEBUTTON_RELEASE"
  /// The most characters of a version.
  private static let longest = 64

  /// The version in the file's text; nil when nothing there can be one.
  static func version(in text: String) -> String? {
    var assignments: [(key: Substring, value: Substring)] = []
    for line in text.split(whereSeparator: \.isNewline).map(\.trimmedText)
    where line.first.map({ $0 != "#" }) == true {
      guard let assignment = assignment(in: line) else { return nil }
      assignments.append(assignment)
    }
    let named = assignments.filter { $0.key == key }
    let candidates = named.isEmpty ? assignments : named
    guard candidates.count == 1, isVersion(candidates[0].value) else { return nil }
    return String(candidates[0].value)
  }

  private static func assignment(in line: Substring) -> (key: Substring, value: Substring)? {
    let line = line.trimmingPrefix("export ").trimmedText
    guard let equals = line.firstIndex(of: "=") else { return nil }
    let key = line[..<equals].trimmedText
    let isKey = !key.isEmpty && key.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    let value = line[line.index(after: equals)...].trimmedText
    return isKey ? (key, value.unquotedText ?? value) : nil
  }

  /// As packages are versioned: `3.0.4`, `2.7.0-beta.1`, `1:2.4~rc+2`.
  private static func isVersion(_ value: Substring) -> Bool {
    guard let first = value.first, first.isASCII, first.isLetter || first.isNumber, value.count <= longest
    else { return false }
    return value.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || ".-+~:_".contains($0)) }
  }
}
