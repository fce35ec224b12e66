import Synchronization

/// Lets so many requests in at once, and one more each interval.
final class TokenBucket: Sendable {
  private struct Storage {
    var limit: RateLimit?
    var tokens = 0.0
    var filledAt = Duration.zero
  }

  private let clock: ScrapeClock
  private let storage = Mutex(Storage())

  init(clock: ScrapeClock) { self.clock = clock }

  /// Takes a token, if there is one; always lets in when there is no limit. A new limit begins with a full bucket.
  func lets(in limit: RateLimit?) -> Bool {
    guard let limit else { return true }
    let now = clock.elapsed()
    return storage.withLock { storage in
      if storage.limit != limit {
        storage = Storage(limit: limit, tokens: Double(limit.burst), filledAt: now)
      }
      let earned = (now - storage.filledAt).inSeconds / limit.interval.inSeconds
      storage.tokens = min(Double(limit.burst), storage.tokens + earned)
      storage.filledAt = now
      guard storage.tokens >= 1 else { return false }
      storage.tokens -= 1
      return true
    }
  }
}
