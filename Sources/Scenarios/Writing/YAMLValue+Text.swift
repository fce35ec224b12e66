import Yams

extension YAMLValue {
  /// The value as a file, behind lines of comment.
  public func text(under comment: [String] = []) -> String {
    let head = comment.map { line in
      // A line feed in a comment would begin something else.
      line.isEmpty ? "#\n" : "# \(line.split(whereSeparator: \.isNewline).joined(separator: " "))\n"
    }
    do {
      return head.joined()
        + (try Yams.serialize(node: node(isOnOneLine: false), indent: 2, width: -1, allowUnicode: true))
    } catch {
      preconditionFailure("libyaml does not write what it was given: \(error)")
    }
  }

  private func node(isOnOneLine: Bool) -> Node {
    switch self {
    case .text(let text): Node(text, .implicit, Self.isPlain(text) ? .plain : .doubleQuoted)
    case .word(let word): Node(word, .implicit, .plain)
    case .line(let value): value.node(isOnOneLine: true)
    case .list(let values):
      .sequence(
        Node.Sequence(
          values.map { $0.node(isOnOneLine: isOnOneLine) }, .implicit, isOnOneLine ? .flow : .block))
    case .mapping(let entries):
      .mapping(
        Node.Mapping(
          entries.map { entry in
            (YAMLValue.text(entry.key).node(isOnOneLine: true), entry.value.node(isOnOneLine: isOnOneLine))
          }, .implicit, isOnOneLine ? .flow : .block))
    }
  }

  /// Whether everybody reads the text as itself without quotes: not as a number, a flag or nothing.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.utf8.first, isLetter(first), text.utf8.last != UInt8(ascii: " ") else {
      return false
    }
    return text.utf8.allSatisfy { isLetter($0) || harmless.contains($0) }
      && !otherMeanings.contains(text.lowercased())
  }

  private static let harmless = Set("0123456789 -_./+".utf8)
  private static let otherMeanings: Set = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"]

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7a).contains(byte | 0x20) }
}
