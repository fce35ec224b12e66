import Scenarios

extension Reading where Value == [Setting] {
  /// Environment variables; a value that is nothing takes the variable away.
  static var settings: Reading {
    Reading { field in
      field.entries("a mapping of environment variables").compactMap { name, value in
        guard isVariable(name) else {
          value.report(
            "\(value.name) is no environment variable", "names have capital letters, digits and underscores",
            fix: "write it as `\(name.uppercased())`")
          return nil
        }
        if value.isNothing { return Setting(name, nil) }
        return Reading<String>.text.value(of: value).map { Setting(name, $0) }
      }
    }
  }

  private static func isVariable(_ name: String) -> Bool {
    name.utf8.allSatisfy {
      (0x41...0x5a).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_")
    }
  }
}

extension Reading where Value == [DiskEntry] {
  /// A mapping of absolute paths to a file's text, a directory's entries, or nothing where nothing is to be.
  static var disk: Reading {
    Reading { field in
      field.entries("a mapping of paths").compactMap { path, value in
        guard isAllowed(path) else {
          value.report(
            "\(value.name) is no place on the exporter's disk", "a case may lay out \(roots)",
            fix: "write an absolute path under one of them")
          return nil
        }
        if value.isNothing { return DiskEntry(path: path, content: .missing) }
        return content.value(of: value).map { DiskEntry(path: path, content: $0) }
      }
    }
  }

  private static let roots = DiskEntry.roots.map { "`\($0)`" }.joined(separator: " and ")

  private static func isAllowed(_ path: String) -> Bool {
    DiskEntry.roots.contains { path == $0 || path.hasPrefix($0 + "/") }
      && !path.split(separator: "/").contains("..")
  }

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
