import ArgumentParser
import ExitCodes
import LoadEngine

/// `bbb-load run`: sends a plan to a target and reports.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Send a plan to a target and report.",
    discussion: """
      Examples:

        bbb-load run http://127.0.0.1:9688/metrics --rate 100 --fail-if 'p99 > 200ms'
        bbb-load run --api http://127.0.0.1:8090/bigbluebutton \\
          --secret-file secret --calls getMeetings=8,getRecordings=1 \\
          --plan ramp:10..200 --for 1m

      Ctrl-C stops at once; the report then covers what was due by then.

      \(ExitCode.helpTable)
      """)

  @OptionGroup(title: "Target") var targetOptions: TargetOptions
  @OptionGroup(title: "Plan") var planOptions: PlanOptions

  @Option(
    help: ArgumentHelp(
      "How many connections may be open; each carries one request at a time.", valueName: "number"))
  var connections = DispatchLimits().connections

  @Option(help: ArgumentHelp("How late a request may leave before it is dropped.", valueName: "time"))
  var patience = TimeSpan(DispatchLimits().patience)

  @Option(help: ArgumentHelp("How long an answer may take.", valueName: "time"))
  var timeout = TimeSpan(DispatchLimits().timeout)

  @Option(help: ArgumentHelp("How many connections may be asked for.", valueName: "number"))
  var maxConnections = Ceiling.usual.connections

  @Option(
    help: ArgumentHelp(
      "A threshold, such as 'p99 > 200ms', 'service p50 > 1s', 'errors > 0' or 'rate < 95%'; may be repeated.",
      valueName: "condition"))
  var failIf: [String] = []

  @Option(help: ArgumentHelp("Write report.json and .hgrm files into this folder.", valueName: "folder"))
  var out: String?

  func run() async throws {
    let thresholds = try failIf.map { text in
      try usage("--fail-if") { () throws(ThresholdError) in try Threshold(parsing: text) }
    }
    let run = LoadRun(
      plan: try planOptions.loadPlan(), target: try targetOptions.target(), limits: try limits(),
      seed: planOptions.seed, permission: Permission(allowing: targetOptions.allow),
      userAgent: "bbb-load/\(ToolVersion.current)")
    let folder = out.map(ReportFolder.init)
    try folder?.prepare()
    let report = LoadReport(of: run, try await result(of: run), thresholds: thresholds)
    Console.print(report.text)
    try folder?.write(report)
    if report.verdict != .passed { throw report.verdict.exitCode.thrown }
  }

  private func limits() throws -> DispatchLimits {
    guard connections >= 1 else { throw ValidationError("--connections must be at least 1") }
    guard connections <= maxConnections else {
      throw ValidationError("\(CeilingError.tooManyConnections(limit: maxConnections))")
    }
    return DispatchLimits(connections: connections, patience: patience.duration, timeout: timeout.duration)
  }

  private func result(of run: LoadRun) async throws -> LoadResult {
    do {
      return try await Interruption.stopping {
        try await run.perform { progress in Console.explain(progress.line) }
      }
    } catch let error as LoadError {
      Console.complain("\(error)")
      throw error.exitCode.thrown
    }
  }
}

extension LoadReport.Verdict {
  fileprivate var exitCode: ExitCodes.ExitCode {
    switch self {
    case .passed: .done
    case .failed: .failed
    case .inconclusive: .inconclusive
    }
  }
}

extension LoadError {
  fileprivate var exitCode: ExitCodes.ExitCode {
    switch self {
    case .notAllowed: .usage
    case .unreachable: .unreachable
    }
  }
}
