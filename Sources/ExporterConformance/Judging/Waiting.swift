/// Waiting for something that another process does, and of which nobody sends word.
enum Waiting {
  private static let pause = Duration.milliseconds(10)

  /// Looks every ten milliseconds whether `condition` holds; false when it does not within `limit`.
  @discardableResult
  static func until(within limit: Duration, _ condition: () async throws -> Bool) async rethrows -> Bool {
    let start = ContinuousClock.now
    while true {
      if try await condition() { return true }
      guard start.duration(to: .now) < limit, !Task.isCancelled else { return false }
      // Cancelled in its sleep, it looks once more and then gives up.
      try? await Task.sleep(for: pause)
    }
  }
}
