import BBBClient
import ServiceLifecycle

/// How long a step of the synthetic probe may take: less when the process is asked to end.
struct ProbePatience: Sendable {
  let clock: ScrapeClock
  let limit: Duration

  /// What a step under way, and the end of its meeting, each have when the process ends; a container is killed after
  /// ten seconds.
  static let grace = Duration.seconds(2)

  /// Takes a step within the time; a step has to end soon after its task is cancelled.
  func result(
    of step: @escaping @Sendable () async throws(CallFailure) -> Void
  ) async -> Result<Void, CallFailure> {
    await withTaskGroup(of: Result<Void, CallFailure>.self) { group in
      group.addTask { await Result(catching: step) }
      group.addTask {
        try? await clock.sleep(limit)  // cancelled when the step has ended: nobody looks at this failure then
        return .failure(.late)
      }
      group.addTask {
        try? await gracefulShutdown()  // likewise
        try? await clock.sleep(Self.grace)
        return .failure(.late)
      }
      let first = await group.next() ?? .failure(.late)
      group.cancelAll()
      return first
    }
  }
}

extension Result where Success == Void, Failure == CallFailure {
  fileprivate init(catching step: @Sendable () async throws(CallFailure) -> Void) async {
    do throws(CallFailure) {
      self = .success(try await step())
    } catch {
      self = .failure(error)
    }
  }
}
