import BBBAPI
import ConformanceKit
import FoundationEssentials
import Glibc
import SimulatorServer

/// Everything that a case needs before its exporter starts.
struct Stage: Sendable {
  let check: ExporterCheck
  let server: SimulatedServer
  /// Where the exporter listens.
  var port: Int { reservation.number }
  private let reservation: PortReservation
  /// Where the judge asks: the exporter's port, unless somebody stands before it.
  var scrapedPort: Int
  /// Where the simulated server listens.
  let apiPort: Int
  let folder: CaseFolder
  /// The exporter's wall clock, for a case that sets it; nil in others, and where there is none to set.
  let wallClock: WallClock?
  private let disk: DiskLayout?
  private let environment: ExporterEnvironment
  /// The environment without what the case changes about it.
  private let rightEnvironment: ExporterEnvironment

  /// Sets the scene for an exporter that finds `server` at `url`, for which `authority` vouches when it speaks TLS.
  init(
    _ check: ExporterCheck, server: SimulatedServer, endpoint: Endpoint, at url: String,
    authority: TLSIdentity?
  ) async throws {
    self.check = check
    self.server = server
    apiPort = endpoint.port
    let folder = try CaseFolder()
    self.folder = folder
    let entries = DiskLayout.needed(for: check.conformanceCase.disk)
    do {
      try folder.layOut(authority)
      wallClock = check.conformanceCase.setsWallClock ? try WallClock(in: folder.path) : nil
      disk =
        entries.isEmpty
        ? nil : try DiskLayout(entries, in: folder.path + "/disk", secret: check.secret.reveal)
      reservation = try await LoopbackPort.reserved()
    } catch {
      folder.remove()
      throw EarlyVerdict(.blocked("the exporter's surroundings cannot be laid out: \(error)"))
    }
    scrapedPort = reservation.number
    var environment = ExporterEnvironment(
      of: check, server: url, port: reservation.number, folder: folder)
    environment.variables.merge(wallClock?.environment ?? [:]) { _, new in new }
    self.environment = environment
    rightEnvironment = ExporterEnvironment(
      of: check, settings: [], server: url, port: reservation.number, folder: folder)
  }

  /// Removes what was laid out.
  func clear() {
    disk?.open()
    folder.remove()
    reservation.giveBack()
  }

  /// The exporter, with the case's disk in place when it has one.
  var process: ExporterProcess { process(running: check.exporter.line) }

  /// The exporter with nothing but the settings that the contract wants of everybody.
  var processWithoutSettings: ExporterProcess {
    var process = process
    process.environment = rightEnvironment.variables
    return process
  }

  /// The variables that the exporter was given, `NAME=value` each; without those of its machine.
  var variables: [String] {
    environment.variables.sorted { $0.key < $1.key }
      .filter { !ExporterEnvironment.ofMachine.contains($0.key) }.map { "\($0.key)=\($0.value)" }
  }

  /// The exporter and all that it has started.
  var processes: MarkedProcesses { MarkedProcesses("TMPDIR", folder.path) }

  private func process(running line: String) -> ExporterProcess {
    let variables = environment.variables
    var process = ExporterProcess(
      program: "sh", arguments: ["-c", "exec \(line)"], environment: variables)
    if let disk {
      process = ExporterProcess(
        program: DiskLayout.program, arguments: disk.arguments(running: line, asRoot: geteuid() == 0),
        environment: variables)
    }
    process.watched = check.conformanceCase.secretTexts(check.secret)
    process.company = processes
    return process
  }

  /// Why this machine cannot show an exporter the case's surroundings; nil when it can, or when there are none.
  func obstacle() async throws -> String? {
    if check.conformanceCase.setsWallClock, wallClock == nil {
      return "libfaketime is not installed, so that nobody's wall clock can be set (Debian: libfaketime)"
    }
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

extension ConformanceCase {
  /// Whether any step sets the exporter's wall clock.
  fileprivate var setsWallClock: Bool { steps.contains { $0.wallClock != nil } }

  /// Every text that the exporter must never print, as it would be printed.
  fileprivate func secretTexts(_ secret: SharedSecret) -> Set<String> {
    let texts = steps.flatMap(\.expectations).flatMap { expectation in
      if case .silentAbout(let texts) = expectation { texts } else { [String]() }
    }
    return Set(texts.flatMap { Printed.forms(of: $0, secret) })
  }
}
