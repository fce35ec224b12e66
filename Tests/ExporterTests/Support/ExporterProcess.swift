import AsyncHTTPClient
import FoundationEssentials
import NIOCore
import NIOHTTP1
import Subprocess
import Synchronization

/// The built command in a process of its own, asked over real connections; all that it says is kept.
final class ExporterProcess: Sendable {
  struct Answer: Sendable {
    let status: UInt
    let headers: HTTPHeaders
    let body: [UInt8]

    var text: String { String(decoding: body, as: UTF8.self) }
  }

  let place: ReservedPort
  private let execution: Execution<NoInput, SequenceOutput, CombinedErrorOutput>
  private let log: PrintedLines
  private let isEnding = Mutex(false)

  fileprivate init(
    at place: ReservedPort, _ execution: Execution<NoInput, SequenceOutput, CombinedErrorOutput>,
    log: PrintedLines
  ) {
    self.place = place
    self.execution = execution
    self.log = log
  }

  /// Standard output and standard error so far.
  var printed: String { log.text }

  /// The most memory that it has held so far, in megabytes.
  var peakMegabytes: Int {
    get throws {
      let status = try String(
        contentsOf: URL(filePath: "/proc/\(execution.processIdentifier.value)/status"), encoding: .utf8)
      let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
      return Int(line.split(separator: " ").dropLast().last ?? "").map { $0 / 1024 } ?? .max
    }
  }

  func get(_ path: String, _ headers: HTTPHeaders = [:]) async throws -> Answer {
    var request = HTTPClientRequest(url: "http://\(place.host):\(place.number)\(path)")
    request.headers = headers
    let response = try await HTTPClient.shared.execute(request, timeout: .minutes(4))
    let body = try await response.body.collect(upTo: 16 << 20)
    let answer = Answer(
      status: response.status.code, headers: response.headers, body: Array(body.readableBytesView))
    log.append(served: "\(answer.status) \(answer.headers)\n\(answer.text)")
    return answer
  }

  func send(_ signal: Signal) throws {
    if [.terminate, .interrupt].contains(signal) { isEnding.withLock { $0 = true } }
    try execution.send(signal: signal)
  }

  /// Asks it to end, unless a test has: a second signal would end it at once, whatever it still had to do.
  fileprivate func end() {
    if isEnding.withLock({ $0 }) { return }
    // It may have ended by itself.
    try? execution.send(signal: .terminate)
  }

  /// Waits until it has printed a line with this text; false when it ended without.
  func hasPrinted(_ text: String) async -> Bool { await log.line(containing: text) }
}

/// How a process ended, all that it printed, and every answer that it gave.
struct ProcessEnding: Sendable {
  let status: TerminationStatus
  let printed: String
  let served: String
}

/// Runs a test against the built command, which watches what the variables say, and ends it politely.
///
/// The body is left out when the command ends before it listens. Scrapes have minutes, unless a test or a request says
/// otherwise, since machines may be slow.
@discardableResult
func withExporterProcess(
  _ variables: [String: String], arguments: [String] = [],
  _ body: (ExporterProcess) async throws -> Void = { _ in }
) async throws -> ProcessEnding {
  let place = try await ReservedPort.take()
  do {
    let ending = try await ending(variables, arguments, at: place, body)
    try await place.giveBack()
    return ending
  } catch {
    try await place.giveBack()
    throw error
  }
}

private func ending(
  _ variables: [String: String], _ arguments: [String], at place: ReservedPort,
  _ body: (ExporterProcess) async throws -> Void
) async throws -> ProcessEnding {
  let log = PrintedLines()
  let basics = ["PATH": "/usr/bin:/bin", "SCRAPE_TIMEOUT_SECONDS": "240"].merging(place.variables) { $1 }
  let all = basics.merging(variables) { $1 }
  let result = try await run(
    .name("env"), arguments: builtExporter(arguments),
    environment: .custom(
      Dictionary(uniqueKeysWithValues: all.map { (Environment.Key(stringLiteral: $0.key), $0.value) })),
    input: .none, output: .sequence, error: .combinedWithOutput
  ) { execution in
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await log.keep(execution.standardOutput) }
      // `check` may say that nobody listens.
      if await log.line(containing: "listens on \(place.host) port \(place.number)") {
        let exporter = ExporterProcess(at: place, execution, log: log)
        try await body(exporter)
        exporter.end()
      }
      try await group.waitForAll()
    }
  }
  return ProcessEnding(status: result.terminationStatus, printed: log.text, served: log.served)
}

/// The command lies beside the tests; `env` starts it, since Subprocess looks names up in the PATH alone.
private func builtExporter(_ arguments: [String]) -> Arguments {
  let tests = URL(filePath: CommandLine.arguments[0])
  return Arguments([tests.deletingLastPathComponent().appending(path: "bbb-exporter").path()] + arguments)
}

/// The lines of a process, to be awaited.
private final class PrintedLines: Sendable {
  private struct Storage {
    var lines: [String] = []
    var served: [String] = []
    var hasEnded = false
    var watchers: [(text: String, continuation: CheckedContinuation<Bool, Never>)] = []
  }

  private let storage = Mutex(Storage())

  var text: String { storage.withLock { $0.lines.joined(separator: "\n") } }

  var served: String { storage.withLock { $0.served.joined(separator: "\n") } }

  func append(served answer: String) { storage.withLock { $0.served.append(answer) } }

  func keep(_ output: SubprocessOutputSequence) async throws {
    for try await line in output.strings() {
      let due = storage.withLock { storage in
        storage.lines.append(line)
        defer { storage.watchers.removeAll { line.contains($0.text) } }
        return storage.watchers.filter { line.contains($0.text) }
      }
      for watcher in due { watcher.continuation.resume(returning: true) }
    }
    let disappointed = storage.withLock { storage in
      storage.hasEnded = true
      defer { storage.watchers = [] }
      return storage.watchers
    }
    for watcher in disappointed { watcher.continuation.resume(returning: false) }
  }

  func line(containing text: String) async -> Bool {
    await withCheckedContinuation { continuation in
      let known: Bool? = storage.withLock { storage in
        if storage.lines.contains(where: { $0.contains(text) }) { return true }
        if storage.hasEnded { return false }
        storage.watchers.append((text, continuation))
        return nil
      }
      if let known { continuation.resume(returning: known) }
    }
  }
}
