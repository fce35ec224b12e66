import Foundation
import Testing

/// Files under `fixtures/reading`.
enum Fixture {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "fixtures/reading")

  static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appending(path: name)))
  }

  /// Compares with a golden file byte by byte; with `RECORD=1` writes it and fails all the same.
  static func expect(_ text: String, matches name: String) throws {
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(text.utf8).write(to: folder.appending(path: name))
      Issue.record("recorded \(name); run again without RECORD")
    }
    #expect(try Array(text.utf8) == bytes(name), "\(name)")
  }
}
