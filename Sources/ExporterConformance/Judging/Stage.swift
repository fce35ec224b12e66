import BBBAPI
import ConformanceKit
import Glibc
import SimulatorServer

/// Everything that a case needs before its exporter starts.
struct Stage: Sendable {
  let check: ExporterCheck
  let server: SimulatedServer
  let port: Int
  let disk: DiskLayout?
  private let environment: ExporterEnvironment

  init(_ check: ExporterCheck, server: SimulatedServer, endpoint: Endpoint) async throws {
    self.check = check
    self.server = server
    port = try await LoopbackPort.free()
    environment = ExporterEnvironment(
      server: endpoint.url, secret: check.secret, port: port, settings: check.conformanceCase.settings)
    disk = check.conformanceCase.disk.isEmpty ? nil : try DiskLayout(check.conformanceCase.disk)
  }

  /// The exporter, with the case's disk in place when it has one.
  var process: ExporterProcess { process(running: check.exporter.line) }

  private func process(running line: String) -> ExporterProcess {
    let variables = environment.variables
    guard let disk else {
      return ExporterProcess(program: "sh", arguments: ["-c", "exec \(line)"], environment: variables)
    }
    let arguments = disk.arguments(running: line, asRoot: geteuid() == 0)
    return ExporterProcess(program: DiskLayout.program, arguments: arguments, environment: variables)
  }

  /// Why this machine cannot show an exporter the case's disk; nil when it can, or when there is none.
  func obstacle() async throws -> String? {
    guard disk != nil else { return nil }
    let ended = try await process(running: "true").whileRunning { process in
      await Waiting.until(within: .seconds(5)) { process.hasEnded }
      await process.awaitLastWords()
      return process.transcript
    }
    guard ended.end != .exited(0) else { return nil }
    let words = ended.result.lastLines(2, redactedBy: check.redactor).joined(separator: " ")
    return "this machine lets nobody mount an overlay in a namespace of their own: \(words)"
  }
}
