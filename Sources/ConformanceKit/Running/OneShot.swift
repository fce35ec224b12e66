import Synchronization

/// A value that is settled once, by whoever comes first, and awaited by one.
final class OneShot<Value: Sendable>: Sendable {
  private enum State {
    case open
    case awaited(CheckedContinuation<Value, Never>)
    case settled(Value)
  }

  private let state = Mutex(State.open)

  /// Settles the value; all but the first call change nothing.
  func settle(_ value: Value) {
    let waiting: CheckedContinuation<Value, Never>? = state.withLock { state in
      switch state {
      case .open:
        state = .settled(value)
        return nil
      case .awaited(let continuation):
        state = .settled(value)
        return continuation
      case .settled:
        return nil
      }
    }
    waiting?.resume(returning: value)
  }

  /// The value, as soon as it is settled; cancellation does not end the waiting.
  func value() async -> Value {
    await withCheckedContinuation { continuation in
      let settled: Value? = state.withLock { state in
        switch state {
        case .open:
          state = .awaited(continuation)
          return nil
        case .settled(let value):
          return value
        case .awaited:
          preconditionFailure("a OneShot is awaited by one task only")
        }
      }
      if let settled { continuation.resume(returning: settled) }
    }
  }
}
