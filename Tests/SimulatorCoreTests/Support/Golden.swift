import Foundation
import Testing

/// Recorded answers of the API, status and headers and body, byte by byte.
enum Golden {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "fixtures/api/3.0")

  /// Compares bytes with their file. With `RECORD=1` the file is written anew and the test fails all the same.
  static func expect(_ bytes: [UInt8], is name: String, _ location: SourceLocation = #_sourceLocation) throws
  {
    let file = folder.appending(path: name)
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(bytes).write(to: file)
      Issue.record("recorded \(name); run again without RECORD", sourceLocation: location)
      return
    }
    let now = String(decoding: bytes, as: UTF8.self)
    #expect(
      try Data(contentsOf: file) == Data(bytes), "\(name) differs; now:\n\(now)", sourceLocation: location)
  }
}
