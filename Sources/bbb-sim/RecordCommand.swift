import ArgumentParser
import BBBAPI
import BBBClient
import Determinism
import ExitCodes
import Foundation
import ScenarioRecorder
import UnixSignals

/// `bbb-sim record`: watches a real server and writes what it saw as a scenario.
struct RecordCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: "Write what a real server shows as a scenario.",
    discussion: """
      It asks for meetings and recordings again and again, and changes nothing.
      The scenario holds numbers, times and roles. Names of people and meetings,
      IDs, metadata, passwords and addresses are made up, and none is computed
      from the original. Ctrl-C ends it early; what was seen is written.

      \(ExitCode.helpTable)
      """)

  @Argument(help: "Where the server answers, such as https://bbb.example.org/bigbluebutton/api/.")
  var url: String

  @OptionGroup var secret: SecretOptions

  @Option(help: "The distance between two looks.")
  var every = DayOffset.thirtySeconds

  @Option(name: .customLong("for"), help: "How long to watch.")
  var length = DayOffset.tenMinutes

  @Option(help: "The file to write; standard output without it.")
  var out: String?

  @Flag(help: "Overwrite the file if it is there.")
  var force = false

  @Option(
    help: "A PEM file with the CA certificates to trust instead of the system's, or a directory of them.")
  var ca: String?

  @Flag(help: "Let the scenario begin on the day on which it was recorded; on a Monday in March without it.")
  var keepDate = false

  func validate() throws {
    do {
      _ = try APIBase(parsing: url)
    } catch {
      throw ValidationError("the URL \(error)")
    }
    guard (1000...3_600_000).contains(every.offset.milliseconds) else {
      throw ValidationError("--every must be from 1s to 1h")
    }
    guard length.offset.milliseconds / every.offset.milliseconds <= 100_000 else {
      throw ValidationError("--for is more than 100000 times --every; look less often, or end earlier")
    }
  }

  func run() async throws {
    let output = ScenarioFile(path: out, mayOverwrite: force)
    try output.check()
    let (base, secret) = (try APIBase(parsing: url), try secret.read())
    let live = try exchange()
    let client = APIClient(
      base: base, secret: secret, algorithm: .sha256, userAgent: "bbb-sim/\(ToolVersion.current)",
      exchange: live)
    let session = RecordingSession(
      poller: ServerPoller(client: client, patience: .seconds(60)), every: every.offset, length: length.offset
    )
    let recorded = await Self.endingOnSignal { await session.run() }
    // The answers have been read; a connection that can't be closed properly is closed by our end.
    try? await live.shutdown()
    try output.write(try recorded.get().scenario(keepsDate: keepDate))
  }

  private func exchange() throws -> LiveExchange {
    do {
      return try LiveExchange(trust: ca.map { .bundle(path: $0) } ?? .system)
    } catch {
      Console.complain("--ca \(ca ?? "") \(error)")
      throw ExitCode.badConfiguration.thrown
    }
  }

  /// The first Ctrl-C or SIGTERM cancels the work, which then comes to its end.
  private static func endingOnSignal<Result: Sendable>(
    _ work: @escaping @Sendable () async -> Result
  ) async -> Result {
    let signals = await UnixSignalsSequence(trapping: .sigint, .sigterm)
    let working = Task { await work() }
    let watching = Task {
      for await _ in signals { working.cancel() }
    }
    defer { watching.cancel() }
    return await working.value
  }
}

extension DayOffset {
  fileprivate static let thirtySeconds = DayOffset(argument: "30s") ?? .start
  fileprivate static let tenMinutes = DayOffset(argument: "10m") ?? .start
}
