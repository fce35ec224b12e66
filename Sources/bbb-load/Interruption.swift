import UnixSignals

/// Ctrl-C and a polite request to end.
enum Interruption {
  /// Runs `body`; a SIGINT or SIGTERM cancels it, and it returns what it has by then.
  static func stopping<Value: Sendable>(_ body: @escaping @Sendable () async throws -> Value) async throws
    -> Value
  {
    let signals = await UnixSignalsSequence(trapping: .sigint, .sigterm)
    return try await withThrowingTaskGroup(of: Value?.self) { group in
      group.addTask { try await body() }
      group.addTask {
        // The first signal, or the end of the body, ends the waiting.
        for await _ in signals { break }
        return nil
      }
      var value: Value?
      while value == nil, let next = try await group.next() {
        value = next
        group.cancelAll()
      }
      guard let value else { throw CancellationError() }
      return value
    }
  }
}
