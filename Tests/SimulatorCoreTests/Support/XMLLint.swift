import Foundation

/// The second opinion on documents; a run without it throws, so that its absence is not taken for consent.
enum XMLLint {
  struct Absent: Error, CustomStringConvertible {
    var description: String { "xmllint is not installed: apt-get install libxml2-utils" }
  }

  private static let path = "/usr/bin/xmllint"

  /// What xmllint prints about the document; empty when it is well-formed.
  ///
  /// The document goes through a file: through a pipe, both sides could wait for the other to read.
  static func complaints(about document: [UInt8]) throws -> String {
    guard FileManager.default.isExecutableFile(atPath: path) else { throw Absent() }
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).xml")
    try Data(document).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }  // a file left behind in /tmp does no harm
    return try run(on: file.path)
  }

  private static func run(on file: String) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: path)
    process.arguments = ["--noout", file]
    process.standardError = output
    try process.run()
    let printed = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let text = String(decoding: printed.prefix(1000), as: UTF8.self)
    return process.terminationStatus == 0 ? text : "status \(process.terminationStatus): \(text)"
  }
}
