import Foundation

/// A command of the system, asked for a second opinion.
enum Tool {
  struct Answer {
    let status: Int32
    let output: String
  }

  /// Runs a command with a text as a file, whose path is its last argument.
  static func run(_ arguments: [String], on text: String) throws -> Answer {
    let file = FileManager.default.temporaryDirectory.appending(path: "conformance-kit-\(UUID().uuidString)")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }  // only a temporary file stays if this fails
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments + [file.path]
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Answer(status: process.terminationStatus, output: String(decoding: output, as: UTF8.self))
  }
}
