import Foundation
import Testing

/// Files that hold what the code must write, byte by byte.
enum Golden {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
    .appending(path: "fixtures/load")

  /// Compares a text with its file. With `RECORD=1` the file is written anew and the test fails all the same.
  static func expect(_ text: String, is name: String, _ location: SourceLocation = #_sourceLocation) throws {
    let file = folder.appending(path: name)
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(text.utf8).write(to: file)
      Issue.record("recorded \(name); run again without RECORD", sourceLocation: location)
      return
    }
    let expected = try Data(contentsOf: file)
    #expect(expected.elementsEqual(text.utf8), "\(name) differs from\n\(text)", sourceLocation: location)
  }
}
