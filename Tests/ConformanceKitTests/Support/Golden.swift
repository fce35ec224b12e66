import Foundation
import Testing

/// Files that hold what the code must write, byte by byte.
enum Golden {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
    .appending(path: "fixtures/conformance-kit")

  /// Compares a text with its file. With `RECORD=1` the file is written anew and the test fails all the same.
  static func expect(_ text: String, is name: String, _ location: SourceLocation = #_sourceLocation) throws {
    let file = folder.appending(path: name)
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(text.utf8).write(to: file)
      Issue.record("recorded \(name); run again without RECORD", sourceLocation: location)
      return
    }
    let expected = try Data(contentsOf: file)
    let isSame = expected.elementsEqual(text.utf8)
    #expect(isSame, "\(name) differs: \(firstDifference(text, expected))", sourceLocation: location)
  }

  private static func firstDifference(_ text: String, _ expected: Data) -> String {
    let lines = text.utf8.split(separator: 10, omittingEmptySubsequences: false)
    let expected = expected.split(separator: 10, omittingEmptySubsequences: false)
    let same = zip(lines, expected).prefix { $0.elementsEqual($1) }.count
    guard same < lines.count, same < expected.count else {
      return "one ends at line \(same), the other goes on"
    }
    return "line \(same + 1) is \(String(decoding: lines[same], as: UTF8.self).debugDescription)"
  }
}
