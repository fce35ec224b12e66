import Foundation
import Testing

/// Files below fixtures/prometheus-text.
enum Fixture {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "fixtures/prometheus-text")

  static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: name)))
  }

  /// Compares byte for byte; RECORD=1 writes the file and fails all the same.
  static func expect(_ actual: [UInt8], equals name: String) throws {
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(actual).write(to: folder.appending(path: name))
      Issue.record("recorded \(name); run again without RECORD")
      return
    }
    let expected = try bytes(name)
    let line = zip(
      String(decoding: actual, as: UTF8.self).split(separator: "\n"),
      String(decoding: expected, as: UTF8.self).split(separator: "\n")
    ).first { $0 != $1 }
    #expect(actual == expected, "first differing line of \(name): \(String(describing: line))")
  }
}
