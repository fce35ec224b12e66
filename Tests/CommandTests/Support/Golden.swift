import Foundation
import Testing

/// Files that hold what the commands must print, byte by byte.
enum Golden {
  /// Compares a text with its file. With `RECORD=1` the file is written anew and the test fails all the same.
  static func expect(_ text: String, is name: String, _ location: SourceLocation = #_sourceLocation) throws {
    let file = Simulator.fixtures.appending(path: name)
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(text.utf8).write(to: file)
      Issue.record("recorded \(name); run again without RECORD", sourceLocation: location)
      return
    }
    let expected = try Data(contentsOf: file)
    #expect(expected.elementsEqual(text.utf8), "\(name) differs; now:\n\(text)", sourceLocation: location)
  }
}
