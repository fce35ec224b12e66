import Subprocess

/// A shell command that runs in a session of its own and is gone afterwards, with everything that it has
/// started.
struct ExporterProcess: Sendable {
  /// The program, found in the environment's `PATH`.
  let program: String
  /// Its arguments.
  let arguments: [String]
  /// The whole environment.
  var environment: [String: String]

  /// Texts that are looked for in everything that it prints.
  var watched: Set<String> = []
  /// By what it and its children are known, wherever they have gone; nil when only its process group is ended.
  var company: MarkedProcesses?
  /// How long the process may take to end after SIGTERM before SIGKILL ends it.
  var patience = Duration.seconds(3)

  /// Runs the process while `body` runs; returns what `body` returned and how the process ended.
  ///
  /// Whatever `body` does, even when it throws or its task is cancelled, the process is stopped: politely
  /// first, then firmly, with its whole process group and whoever of its company has left that.
  func whileRunning<Result: Sendable>(
    _ body: @Sendable (RunningProcess) async throws -> Result
  ) async throws -> (result: Result, end: ExporterEnd) {
    let transcript = Transcript(watching: watched)
    var options = PlatformOptions()
    options.createSession = true
    let outcome = try await Subprocess.run(
      .name(program), arguments: Arguments(arguments), environment: .custom(keyed),
      platformOptions: options, input: .none, output: .sequence, error: .combinedWithOutput
    ) { execution in
      async let _: Void = Self.read(execution.standardOutput, into: transcript)
      let running = RunningProcess(transcript: transcript, identifier: execution.processIdentifier.value)
      let result = await Self.result(of: body, running)
      await execution.teardown(using: [
        .send(signal: .terminate, toProcessGroup: true, allowedDurationToNextStep: patience)
      ])
      // Whom the process has left behind has no reader for its words any more; nobody left is no error.
      try? execution.send(signal: .kill, toProcessGroup: true)
      company?.kill()
      return result
    }
    let end = ExporterEnd(outcome.terminationStatus)
    return (try outcome.closureResult.get(), end)
  }

  private var keyed: [Environment.Key: String] {
    Dictionary(
      environment.compactMap { name, value in Environment.Key(rawValue: name).map { ($0, value) } },
      uniquingKeysWith: { first, _ in first })
  }

  private static func result<Result: Sendable>(
    of body: @Sendable (RunningProcess) async throws -> Result, _ process: RunningProcess
  ) async -> Swift.Result<Result, any Error> {
    do {
      return .success(try await body(process))
    } catch {
      return .failure(error)
    }
  }

  private static func read(_ output: SubprocessOutputSequence, into transcript: Transcript) async {
    defer { transcript.close() }
    do {
      for try await buffer in output {
        transcript.append(buffer.withUnsafeBytes { Array($0) })
      }
    } catch {
      // Reading ends when the case does; what was read until then stays.
    }
  }
}

extension ExporterEnd {
  fileprivate init(_ status: TerminationStatus) {
    switch status {
    case .exited(let code): self = .exited(code)
    case .signaled(let code): self = .signalled(code)
    }
  }
}
