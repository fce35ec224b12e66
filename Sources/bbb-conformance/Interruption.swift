import UnixSignals

/// What becomes of a run when somebody presses Ctrl-C: it ends early and leaves no exporter behind.
enum Interruption {
  /// Runs `work` to its end; SIGINT and SIGTERM cancel it, and it then cleans up and returns.
  static func ending<Result: Sendable>(_ work: @escaping @Sendable () async -> Result) async -> Result {
    let task = Task { await work() }
    let watch = Task {
      for await _ in await UnixSignalsSequence(trapping: .sigint, .sigterm) { task.cancel() }
    }
    defer { watch.cancel() }
    return await task.value
  }
}
