import BBBClient

/// How long a check waits: for an answer, and for what a server does a little later, such as taking an ended meeting off
/// its list.
///
/// - Source: facts §2.5, "the meeting normally vanishes within a second or so".
public struct Patience: Sendable {
  /// How often a check looks, at least once.
  public var looks: Int
  /// The pause between two looks.
  public var pause: Duration
  /// How long an answer may take, from the first byte sent to the last received.
  public var answer: Duration
  /// What all of it is measured by.
  public var clock: any Clock<Duration>

  /// Makes a patience; by default forty looks within ten seconds, and fifteen seconds for an answer.
  public init(
    looks: Int = 40, pause: Duration = .milliseconds(250), answer: Duration = .seconds(15),
    clock: any Clock<Duration>
  ) {
    self.looks = looks
    self.pause = pause
    self.answer = answer
    self.clock = clock
  }
}

extension Patience {
  /// Runs `work`, which is cancelled when the time for an answer is up.
  ///
  /// - Throws: ``CallFailure/late`` then, else what `work` throws.
  func limiting<Value: Sendable>(_ work: @escaping @Sendable () async throws -> Value) async throws -> Value {
    try await withThrowingTaskGroup(of: Value.self) { group in
      group.addTask { try await work() }
      group.addTask {
        try await clock.sleep(for: answer)
        throw CallFailure.late
      }
      defer { group.cancelAll() }
      guard let first = try await group.next() else { throw CallFailure.late }
      return first
    }
  }
}
