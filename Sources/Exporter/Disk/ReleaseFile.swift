/// The file in which a server names its version: one line, `KEY=version`.
enum ReleaseFile {
  /// The most characters of a version.
  private static let longest = 64

  /// The version in the file's text; nil when the text is anything but one such line.
  static func version(in text: String) -> String? {
    let lines = text.split(whereSeparator: \.isNewline)
    guard lines.count == 1, let equals = lines[0].firstIndex(of: "=") else { return nil }
    let key = lines[0][..<equals]
    let version = lines[0][lines[0].index(after: equals)...].trimmed
    let isVersion = version.allSatisfy { $0.isASCII && !$0.isWhitespace && $0 != "\"" }
    guard !key.isEmpty, !version.isEmpty, version.count <= longest, isVersion else { return nil }
    return String(version)
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    var text = drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
