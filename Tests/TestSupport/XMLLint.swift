import Foundation

/// The second opinion on documents; a run without it throws, so that its absence is not taken for consent.
public enum XMLLint {
  /// Why there is no second opinion.
  public struct Absent: Error, CustomStringConvertible {
    /// One line that says what to install.
    public var description: String { "xmllint is not installed: apt-get install libxml2-utils" }
  }

  private static let path = "/usr/bin/xmllint"

  /// Whether the document is well-formed; what xmllint only warns of, such as an unknown prefix, doesn't count.
  public static func accepts(_ document: [UInt8]) throws -> Bool { try opinion(on: document).status == 0 }

  /// What xmllint prints about the document; empty when it has nothing to say.
  public static func complaints(about document: [UInt8]) throws -> String {
    let (status, printed) = try opinion(on: document)
    return status == 0 ? printed : "status \(status): \(printed)"
  }

  /// The document goes through a file: through a pipe, both sides could wait for the other to read.
  private static func opinion(on document: [UInt8]) throws -> (status: Int32, printed: String) {
    guard FileManager.default.isExecutableFile(atPath: path) else { throw Absent() }
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).xml")
    try Data(document).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }  // a file left behind in /tmp does no harm
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: path)
    process.arguments = ["--nonet", "--noout", file.path]
    process.standardError = output
    try process.run()
    let printed = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: printed.prefix(1000), as: UTF8.self))
  }
}
