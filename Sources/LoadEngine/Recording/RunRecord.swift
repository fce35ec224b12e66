/// What was counted and measured in a run, or in one lane of it, call by call.
struct RunRecord: Sendable, Equatable {
  /// In the order of the target's calls.
  private(set) var calls: [CallRecord]
  /// When the last request had its outcome, in nanoseconds from the start.
  private(set) var lastOutcome: Int64 = 0

  init(callCount: Int) { calls = Array(repeating: CallRecord(), count: callCount) }

  /// All calls together.
  var total: CallRecord { calls.reduce(into: CallRecord()) { $0.add($1) } }

  mutating func send(call: Int) { calls[call].sent += 1 }
  mutating func drop(call: Int) { calls[call].dropped += 1 }
  mutating func leaveWaiting(call: Int) { calls[call].waiting += 1 }

  mutating func answer(call: Int, latency: Int64, serviceTime: Int64, failure: FailureKind?, at now: Int64) {
    calls[call].latency.record(nanoseconds: latency)
    calls[call].serviceTime.record(nanoseconds: serviceTime)
    calls[call].count(failure)
    lastOutcome = max(lastOutcome, now)
  }

  mutating func fail(call: Int, _ failure: FailureKind, at now: Int64) {
    calls[call].count(failure)
    lastOutcome = max(lastOutcome, now)
  }

  /// Adds what another lane of the same run has counted.
  mutating func add(_ other: RunRecord) {
    for index in calls.indices { calls[index].add(other.calls[index]) }
    lastOutcome = max(lastOutcome, other.lastOutcome)
  }
}
