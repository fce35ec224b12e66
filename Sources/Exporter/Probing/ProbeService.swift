import ServiceLifecycle

/// Runs the synthetic probes of all servers under watch, beside the server, at a fixed interval.
///
/// Servers are probed side by side, and a slow one holds up none but itself. A reload takes effect at the next interval.
struct ProbeService: Service {
  let interval: Duration
  let clock: ScrapeClock
  /// The probes of the servers that are under watch now.
  let probes: @Sendable () -> [SyntheticProbe]

  /// Runs until the process is asked to end; then ends the meetings of runs under way, and returns.
  func run() async throws {
    await withDiscardingTaskGroup { group in
      var due = clock.elapsed()
      while !Task.isCancelled && !Task.isShuttingDownGracefully {
        for probe in probes() where probe.memory.begin() {
          group.addTask { await probe.run() }
        }
        due += interval
        let pause = due - clock.elapsed()
        // Cancelled when the process is to end, which the loop looks at next.
        await cancelWhenGracefulShutdown { try? await clock.sleep(pause) }
      }
    }
  }
}
