import Foundation
import Glibc

/// `bbb-sim` as a process.
enum Simulator {
  static let fixtures = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "fixtures")

  /// The command that was built beside these tests.
  static var command: URL {
    URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().appending(
      path: "bbb-sim")
  }

  /// What a finished command leaves behind.
  struct Outcome: Equatable {
    var status: Int32
    var output: String
    var errors: String
  }

  /// Runs the command to its end.
  static func run(_ arguments: String..., in folder: URL? = nil) throws -> Outcome {
    try run(arguments, in: folder)
  }

  /// Runs the command to its end.
  static func run(_ arguments: [String], in folder: URL? = nil) throws -> Outcome {
    let running = try RunningSimulator(arguments, in: folder)
    return try running.outcome()
  }
}

/// `bbb-sim` while it runs.
final class RunningSimulator {
  private let process = Process()
  private let (output, errors) = (Pipe(), Pipe())
  private var said = Data()

  init(_ arguments: [String], in folder: URL? = nil) throws {
    process.executableURL = Simulator.command
    process.arguments = arguments
    process.environment = ["PATH": "/usr/bin:/bin"]
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    try process.run()
  }

  deinit {
    if process.isRunning { process.terminate() }
  }

  /// Waits for the first line on standard output; what has come by then is all there is.
  func readyLine() throws -> String {
    while !said.contains(10) {
      let bytes = output.fileHandleForReading.availableData
      guard !bytes.isEmpty else { throw Silent(errors: try text(of: errors)) }
      said += bytes
    }
    return String(decoding: said, as: UTF8.self)
  }

  /// What comes next on standard error, at once or as soon as there is something.
  func errorsSoFar() -> String { String(decoding: errors.fileHandleForReading.availableData, as: UTF8.self) }

  /// The port in the ready line.
  func port() throws -> UInt16 {
    let line = try readyLine()
    guard let match = try /:(\d+)\/bigbluebutton/.firstMatch(in: line), let port = UInt16(match.1) else {
      throw Silent(errors: line)
    }
    return port
  }

  /// Sends a signal: SIGTERM, or SIGINT as from a keyboard.
  func stop(byKeyboard: Bool = false) { byKeyboard ? process.interrupt() : process.terminate() }

  /// Ends it as `kill -9` does, and waits until it is gone.
  func kill() {
    Glibc.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// Waits for the end.
  func outcome() throws -> Simulator.Outcome {
    let rest = try output.fileHandleForReading.readToEnd() ?? Data()
    let errors = try text(of: errors)
    process.waitUntilExit()
    let status = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    return .init(status: status, output: String(decoding: said + rest, as: UTF8.self), errors: errors)
  }

  private func text(of pipe: Pipe) throws -> String {
    String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
  }
}

/// The command ended without a ready line.
struct Silent: Error {
  let errors: String
}
