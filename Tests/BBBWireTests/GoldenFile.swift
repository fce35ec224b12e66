import Foundation
import Testing

/// A recorded answer in `fixtures/wire`, compared byte by byte.
///
/// `RECORD=1` writes it anew and fails the run, so that a recording never passes for a test.
enum GoldenFile {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "fixtures/wire")

  static func expect(_ bytes: [UInt8], at path: String) throws {
    let file = root.appending(path: path)
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try record(bytes, at: file)
    } else {
      let recorded = try Data(contentsOf: file)
      #expect(
        Data(bytes) == recorded,
        "\(path) differs; now:\n\(String(decoding: bytes, as: UTF8.self))")
    }
  }

  /// The paths of all files below the root.
  static func recordedPaths() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: root.path).filter {
      $0.contains(".") && !$0.hasSuffix(".0") && !$0.hasSuffix(".7")
    }
  }

  private static func record(_ bytes: [UInt8], at file: URL) throws {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    Issue.record("recorded \(file.path); read it, then run again without RECORD")
  }
}
