import FoundationEssentials
import Testing

/// Files that outputs are compared with, byte by byte.
enum Golden {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "fixtures/exporter")

  static func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  /// Compares; with RECORD=1 in the environment it writes the file instead, and fails.
  static func expect(_ bytes: [UInt8], toEqual name: String, _ location: SourceLocation = #_sourceLocation)
    throws
  {
    let file = folder.appending(path: name)
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(bytes).write(to: file)
      Issue.record("recorded \(name); run again without RECORD", sourceLocation: location)
      return
    }
    let expected = try [UInt8](Data(contentsOf: file))
    #expect(
      String(decoding: bytes, as: UTF8.self) == String(decoding: expected, as: UTF8.self),
      sourceLocation: location)
    #expect(bytes == expected, sourceLocation: location)
  }
}
