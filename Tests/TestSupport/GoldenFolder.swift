public import Foundation
public import Testing

/// A folder of `fixtures/` whose files hold what the code must write, byte by byte.
///
/// With `RECORD=1` in the environment files are written anew and the test fails all the same, so that a recording
/// never passes for a test.
public struct GoldenFolder: Sendable {
  /// The folder itself.
  public let url: URL

  /// Names a folder below `fixtures/`, such as `wire/3.0`.
  public init(_ path: String) {
    url = Package.root.appending(path: "fixtures").appending(path: path)
  }

  /// Wraps any folder.
  public init(at url: URL) { self.url = url }

  /// The bytes of a file.
  public func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: url.appending(path: name)))
  }

  /// The text of a file.
  public func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

  /// The names of the files with this ending, sorted; a folder that is missing has none, which a test notices.
  public func names(endingIn suffix: String) -> [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    return files.filter { $0.hasSuffix(suffix) }.sorted()
  }

  /// The paths of all files below, sorted.
  public func paths() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: url.path).filter { path in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: url.appending(path: path).path, isDirectory: &isFolder)
        && !isFolder.boolValue
    }.sorted()
  }

  /// Fails the test unless the file holds this very text.
  public func expect(_ actual: String, is name: String, _ location: SourceLocation = #_sourceLocation) throws
  {
    try expect(Array(actual.utf8), is: name, location)
  }

  /// Fails the test unless the file holds these very bytes.
  public func expect(_ actual: [UInt8], is name: String, _ location: SourceLocation = #_sourceLocation) throws
  {
    if ProcessInfo.processInfo.environment["RECORD"] == "1" { return try record(actual, as: name, location) }
    let expected = try bytes(name)
    guard actual != expected else { return }
    let difference = Difference(from: expected, to: actual)
    Issue.record("\(name) differs: \(difference)", sourceLocation: location)
  }

  private func record(_ bytes: [UInt8], as name: String, _ location: SourceLocation) throws {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    Issue.record("recorded \(name); read it, then run again without RECORD", sourceLocation: location)
  }
}
