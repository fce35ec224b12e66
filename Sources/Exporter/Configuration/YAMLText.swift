import Yams

/// Turns the text of a file into values that know their place.
enum YAMLText {
  /// The only document of the file; nil, and a mistake in the sink, when there is none.
  static func root(of text: String, sink: MistakeSink) -> YAMLField? {
    guard AliasGrowth(yaml: text).isHarmless else {
      sink.report(
        line: 1, column: 1, "the aliases of the file multiply beyond all bounds",
        fix: "write out what they stand for")
      return nil
    }
    do {
      // Without rules no scalar has a type yet: the reader that asks for a value decides what it may be.
      if let root = try Yams.compose(yaml: withoutByteOrderMark(text), .basic, .default, .utf8) {
        return YAMLField(name: "the file", node: root, sink: sink)
      }
      sink.report(line: 1, column: 1, "the file is empty", fix: "see the documentation for an example")
    } catch let error as YamlError {
      report(error, in: text, to: sink)
    } catch {
      sink.report(
        line: 1, column: 1, "the file is no YAML", fix: "check its indentation, brackets and quotes")
    }
    return nil
  }

  /// Windows' editors put one in front, and a parser that is told the encoding stumbles over it.
  private static func withoutByteOrderMark(_ text: String) -> String {
    text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
  }

  private static func report(_ error: YamlError, in text: String, to sink: MistakeSink) {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let reason = [context?.text, problem].compactMap(\.self).joined(separator: ", ")
      sink.report(
        line: mark.line, column: mark.column, "no YAML from here on: \(reason.shortenedReason)",
        fix: "check indentation (no tabs), brackets and quotes here and just before")
    case .duplicatedKeysInMapping(let keys, let context):
      sink.report(
        line: context.mark.line, column: context.mark.column,
        "a mapping has \(names(of: keys)) twice", fix: "keep one of them")
    case .reader(_, let offset, _, _):
      let before = text.prefix(offset ?? 0)
      sink.report(
        line: before.count(where: \.isNewline) + 1, column: 1,
        "a character on this line is not allowed in YAML",
        fix: "remove it, or write it as an escape in double quotes")
    default:
      sink.report(
        line: 1, column: 1, "the file is no YAML", fix: "check its indentation, brackets and quotes")
    }
  }
}

extension YAMLText {
  /// Keys as messages name them; Yams has a word of its own for those that are no texts.
  private static func names(of keys: [String]) -> String {
    keys.map { $0 == "<uncovertable>" ? "a key that is no text" : $0.shortened }.joined(separator: ", ")
  }
}

extension String {
  /// What the parser says, on one line.
  fileprivate var shortenedReason: String { split(whereSeparator: \.isNewline).joined(separator: " ") }
}

/// How large a text may become when its aliases are unfolded, judged before anything unfolds them.
///
/// Anchors that hold k aliases each multiply what came before them by 1 + k at most. What stands in comments is counted
/// too, and what follows any character beyond ASCII, three of which end a line in YAML; both err on the safe side.
private struct AliasGrowth {
  /// Bytes of YAML that are still read in no time.
  private static let limit = 16.0 * 1024 * 1024
  private static let separators = Set("\n\r\t ,:[]{}?-".utf8)

  private let bytes: Int
  private var anchors = 0
  private var aliases = 0

  init(yaml: String) {
    bytes = yaml.utf8.count
    var previous = UInt8(ascii: "\n")
    for byte in yaml.utf8 {
      if previous >= 0x80 || Self.separators.contains(previous) {
        if byte == UInt8(ascii: "&") { anchors += 1 }
        if byte == UInt8(ascii: "*") { aliases += 1 }
      }
      previous = byte
    }
  }

  var isHarmless: Bool {
    guard anchors > 0, aliases > 0 else { return true }
    var size = Double(bytes)
    for _ in 0..<anchors where size <= Self.limit { size *= 1 + Double(aliases) / Double(anchors) }
    return size <= Self.limit
  }
}
