public import Foundation

/// Another program's opinion.
public struct OutsideCommand {
  /// The program, looked up in the PATH.
  public var name: String
  /// What it is told.
  public var arguments: [String]

  /// Names a program and its arguments.
  public init(_ name: String, _ arguments: String...) {
    self.name = name
    self.arguments = arguments
  }

  /// What came of it.
  public struct Answer {
    /// The exit code.
    public var status: Int32
    /// What it printed.
    public var output: Data
    /// What it complained about.
    public var errors: String
  }

  /// Runs the command with files as its streams, so that neither side can block the other.
  public func run(input: Data = Data()) throws -> Answer {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "outside-command-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }  // At worst a temporary folder stays behind.
    let paths = ["in", "out", "err"].map { folder.appending(path: $0) }
    for path in paths { try (path == paths[0] ? input : Data()).write(to: path) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [name] + arguments
    process.standardInput = try FileHandle(forReadingFrom: paths[0])
    process.standardOutput = try FileHandle(forWritingTo: paths[1])
    process.standardError = try FileHandle(forWritingTo: paths[2])
    try process.run()
    process.waitUntilExit()
    return Answer(
      status: process.terminationStatus, output: try Data(contentsOf: paths[1]),
      errors: try String(contentsOf: paths[2], encoding: .utf8))
  }
}
