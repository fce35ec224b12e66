import BBBAPI
import Foundation

/// The second opinion on digests.
enum OpenSSL {
  private static let path = "/usr/bin/openssl"

  static var isPresent: Bool { FileManager.default.isExecutableFile(atPath: path) }

  static func digest(of text: String, algorithm: ChecksumAlgorithm) throws -> String {
    let answer = try run(["dgst", "-\(algorithm.rawValue)", "-r"], on: text)
    return String(String(decoding: answer, as: UTF8.self).prefix { $0 != " " })
  }

  /// What it prints about a text.
  static func run(_ arguments: [String], on text: String) throws -> [UInt8] {
    let process = Process()
    let input = Pipe()
    let output = Pipe()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
    try input.fileHandleForWriting.close()
    let answer = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Array(answer)
  }
}
