import NIOPosix
import Synchronization

/// Work that blocks a thread, done on NIO's threads for that, so that neither event loops nor tasks wait.
enum BlockingWork {
  /// Does the work; nil as soon as the task is cancelled, though the work itself goes on to its end.
  static func run<Value: Sendable>(
    on pool: NIOThreadPool = .singleton, _ work: @escaping @Sendable () -> Value
  ) async -> Value? {
    let answer = Answer<Value>()
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        answer.await(continuation)
        pool.submit { state in
          answer.give(state == .active ? work() : nil)
        }
      }
    } onCancel: {
      answer.give(nil)
    }
  }
}

/// Takes the first of several answers and hands it to the one who waits.
private final class Answer<Value: Sendable>: Sendable {
  private enum State {
    case nothing
    case waiting(CheckedContinuation<Value?, Never>)
    case given
  }

  private let state = Mutex(State.nothing)

  /// Waits with a continuation, which is resumed at once if the answer has been given.
  func await(_ continuation: CheckedContinuation<Value?, Never>) {
    let isGiven = state.withLock { state in
      if case .given = state { return true }
      state = .waiting(continuation)
      return false
    }
    // Only a cancellation comes before the wait, so the answer is nil.
    if isGiven { continuation.resume(returning: nil) }
  }

  func give(_ value: Value?) {
    let waiting: CheckedContinuation<Value?, Never>? = state.withLock { state in
      defer { state = .given }
      if case .waiting(let continuation) = state { return continuation }
      return nil
    }
    waiting?.resume(returning: value)
  }
}

extension BlockingWork {
  /// Does the work; nil when it is not done in time, though it goes on to its end.
  static func run<Value: Sendable>(
    within patience: Duration, clock: ScrapeClock, _ work: @escaping @Sendable () -> Value
  ) async -> Value? {
    await clock.value(within: patience) { await run(work) }
  }
}
