import Scenarios
import Wording

extension Reading where Value == [Setting] {
  /// Environment variables; a value that is nothing takes the variable away.
  static var settings: Reading {
    Reading { field in
      let entries = field.entries("a mapping of environment variables", keys: .variables) { name, value in
        value.report(
          "\(value.name) is no environment variable", "names have capital letters, digits and underscores",
          fix: "write it as `\(name.uppercased().replacing("-", with: "_"))`")
      }
      return entries.compactMap { name, field in value.value(of: field).map { Setting(name, $0) } }
    }
  }

  private static var value: Reading<String?> {
    Reading<String?> { field in text.value(of: field).map(Optional.some) }.orNothing(nil)
  }
}

extension Reading where Value == [Setting] {
  /// A text in which no placeholder is misspelt; other words in braces are texts as any.
  private static var text: Reading<String> {
    let known = ["{server}", "{secret}", "{ca}", "{ca-directory}"]
    return Reading<String>.text.that(
      { text in
        text.matches(of: /\{[A-Za-z-]+\}/).allSatisfy { match in
          known.contains(String(match.output))
            || NearestName.of(String(match.output), among: known) == nil
        }
      }, is: "a text with known placeholders", fix: "write \(known.map { "`\($0)`" }.joined(separator: ", "))"
    )
  }
}

extension KeyRule {
  /// Names of environment variables.
  fileprivate static let variables = KeyRule(pattern: "^[A-Z0-9_]+$", example: "DEBUG") { name in
    name.utf8.allSatisfy {
      (0x41...0x5a).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_")
    }
  }

  /// Places on the exporter's disk.
  fileprivate static let places = KeyRule(
    pattern: "^(\(DiskEntry.roots.joined(separator: "|")))(/(?!\\.\\.(/|$)).*)?$", example: DiskEntry.roots[0]
  ) { path in
    DiskEntry.roots.contains { path == $0 || path.hasPrefix($0 + "/") }
      && !path.split(separator: "/").contains("..")
  }
}

extension Reading where Value == [DiskEntry] {
  /// A mapping of absolute paths to a file's text, a directory's entries, or nothing where nothing is to be.
  static var disk: Reading {
    Reading { field in
      let entries = field.entries("a mapping of paths", keys: .places) { _, value in
        value.report(
          "\(value.name) is no place on the exporter's disk", "a case may lay out \(roots)",
          fix: "write an absolute path under one of them")
      }
      return entries.compactMap { path, value in
        content.orNothing(.missing).value(of: value).map { DiskEntry(path: path, content: $0) }
      }
    }
  }

  private static let roots = DiskEntry.roots.map { "`\($0)`" }.joined(separator: " and ")

  private static var content: Reading<DiskEntry.Content> {
    .either(mapping: closed, otherwise: openContent)
  }

  /// `{ unreadable: [ENTRY, …] }`
  private static var closed: Reading<DiskEntry.Content> {
    Reading<DiskEntry.Content> { field in
      field.mapping("a folder that nobody may look into") { m in .unreadable(m.list("unreadable", entry)) }
    }
  }

  private static var openContent: Reading<DiskEntry.Content> {
    Reading<DiskEntry.Content> { field in
      guard field.isList else { return Reading<String>.text.value(of: field).map { .text($0) } }
      return .entries(field.elements().compactMap(entry.value))
    }
  }

  private static var entry: Reading<String> {
    Reading<String>.name.that(
      { !$0.dropLast().contains("/") && $0 != ".." && $0 != "/" }, is: "an entry of a directory",
      fix: "write one name, with `/` at its end for a directory")
  }
}
