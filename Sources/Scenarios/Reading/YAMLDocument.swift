import Yams

/// Turns the text of a file into nodes that know their place.
enum YAMLDocument {
  /// The largest file that is read, in bytes: a day of a hundred thousand entries.
  static let largestFile = 16 << 20

  /// The root of the only document in the file; nil, and a diagnostic, when there is none.
  static func root(yaml: String, sink: DiagnosticSink) -> Node? {
    guard yaml.utf8.count <= largestFile else {
      sink.report(
        line: 1, column: 1, "the file is too large", "\(yaml.utf8.count) bytes, more than \(largestFile)",
        fix: "describe people as crowds and meetings as arrivals")
      return nil
    }
    guard AliasBound(yaml: yaml).isHarmless else {
      sink.report(
        line: 1, column: 1, "the aliases unfold to too much",
        "aliases of aliases can multiply the file beyond \(AliasBound.largestUnfolding) bytes",
        fix: "describe what repeats as a crowd")
      return nil
    }
    return composed(yaml: yaml, sink: sink)
  }

  private static func composed(yaml: String, sink: DiagnosticSink) -> Node? {
    do {
      // Without rules no scalar has a type yet: the reader that asks for a value decides what it may be.
      if let root = try Yams.compose(yaml: withoutByteOrderMark(yaml), .basic, .default, .utf8) {
        return root
      }
      sink.report(
        line: 1, column: 1, "the file is empty", "there is no YAML document in it",
        fix: "begin with `scenario: NAME`")
    } catch let error as YamlError {
      report(error, to: sink)
    } catch {
      sink.report(line: 1, column: 1, "the file is no YAML", "\(error)", fix: "check the file")
    }
    return nil
  }

  /// Windows editors put one in front, and a parser that is told the encoding stumbles over it.
  private static func withoutByteOrderMark(_ yaml: String) -> String {
    yaml.unicodeScalars.first == "\u{FEFF}" ? String(yaml.unicodeScalars.dropFirst()) : yaml
  }

  private static func report(_ error: YamlError, to sink: DiagnosticSink) {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let reason = [context?.text, problem].compactMap(\.self).joined(separator: ", ")
      sink.report(
        line: mark.line, column: mark.column, "the YAML breaks off here", reason,
        fix: "check indentation (no tabs), brackets and quotes here and just before")
    case .duplicatedKeysInMapping(let keys, let context):
      sink.report(
        line: context.mark.line, column: context.mark.column,
        "\(Suggestion.listed(keys)) stands twice in one mapping", "a key may stand once",
        fix: "remove or rename one of them")
    case .reader(let problem, let offset, _, let yaml):
      let place = place(ofCharacter: offset ?? 0, in: yaml)
      sink.report(
        line: place.line, column: place.column, "a character here is not allowed in YAML", problem,
        fix: "remove it, or write it as an escape in double quotes")
    default:
      sink.report(line: 1, column: 1, "the file is no YAML", "\(error)", fix: "check the file")
    }
  }

  private static func place(ofCharacter offset: Int, in text: String) -> (line: Int, column: Int) {
    let before = text.prefix(offset)
    let ofLine = before.lastIndex(where: \.isNewline).map { before[before.index(after: $0)...] } ?? before
    return (before.count(where: \.isNewline) + 1, ofLine.unicodeScalars.count + 1)
  }
}
