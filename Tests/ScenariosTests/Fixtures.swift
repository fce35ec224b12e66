import Foundation
import Testing

/// The files beside the code that the tests read.
enum Fixtures {
  static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let bad = package.appending(path: "fixtures/scenarios/bad")
  static let good = package.appending(path: "fixtures/scenarios/good")
  static let shipped = package.appending(path: "scenarios")

  /// The names of the YAML files in a folder, sorted; a folder that is missing has none, which a test notices.
  static func names(in folder: URL) -> [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".yaml") }.sorted()
  }

  static func bytes(of name: String, in folder: URL) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appending(path: name)))
  }

  /// Compares with a golden file; with `RECORD=1` writes it, which fails the run so that it is never left on.
  static func compare(_ text: String, withGolden file: URL) throws {
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(text.utf8).write(to: file)
      Issue.record("recorded \(file.lastPathComponent); run again without RECORD")
    } else {
      #expect(text == String(decoding: try Data(contentsOf: file), as: UTF8.self))
    }
  }
}
