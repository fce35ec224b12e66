public import ArgumentParser
import ExitCodes

/// `bbb-exporter check`: tries the configured servers and names the cause of "no data".
public struct CheckCommand: AsyncParsableCommand {
  /// Name and help.
  public static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Try the configured servers, and name the cause of \"no data\" with its fix.",
    discussion: """
      A line a server: ok, warning or failed, its name, the cause and what mends it. Ends with 0 when all of them \
      work, warnings included, with 69 when one does not, and with 64 or 65 when the settings are wrong. Asks for \
      the list of meetings and changes nothing on the servers.
      """)

  @Option(help: "Seconds for each server, all of them side by side; 0.1 to 300.")
  var timeout = 30.0

  @Option(help: "How the report is written: text or json.")
  var format = CheckFormat.text

  /// Makes the command; ArgumentParser fills it.
  public init() {}

  /// Refuses a timeout out of range.
  public func validate() throws {
    guard (0.1...300).contains(timeout) else { throw ValidationError("--timeout must be from 0.1 to 300.") }
  }

  /// Checks all servers and prints the report.
  public func run() async throws {
    let outcome = SettingsReader.read(environment: ProcessFacts.environment)
    for mistake in outcome.mistakes { StandardError.print("\(ExporterIdentity.name): \(mistake)") }
    guard let settings = outcome.settings else { throw Ending.with(.usage) }
    for warning in outcome.warnings { StandardError.print("\(ExporterIdentity.name): \(warning)") }
    let report = try await report(on: settings)
    print(try report.written(as: format))
    if report.exitCode != .done { throw Ending.with(report.exitCode) }
  }

  private func report(on settings: ExporterSettings) async throws -> CheckReport {
    let metrics = settings.metrics
    let terms = CheckTerms(
      timeout: .seconds(timeout), allowance: metrics.scrapeTimeout,
      needsRecordings: metrics.recordings == .api)
    let targets = settings.server.map { [CheckTarget($0)] } ?? []
    let verdicts = try await CheckRound(targets: targets, terms: terms).verdicts()
    let disk = await DiskCheck(settings: metrics, files: LocalFileTree()).verdict()
    return CheckReport(verdicts: verdicts + (disk.map { [$0] } ?? []))
  }
}

/// What to throw so that a command ends with a code and no further word.
enum Ending {
  static func with(_ code: ExitCodes.ExitCode) -> ArgumentParser.ExitCode {
    ArgumentParser.ExitCode(code.rawValue)
  }
}
