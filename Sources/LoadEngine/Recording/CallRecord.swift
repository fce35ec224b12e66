/// What was counted and measured of one kind of request, or of all.
struct CallRecord: Sendable, Equatable {
  /// Those for which a connection was there or was asked for.
  var sent = 0
  /// Those that found no free connection in time.
  var dropped = 0
  /// Those that were due when the run was stopped and had found no connection yet.
  var waiting = 0
  /// Good answers.
  var ok = 0
  /// From the planned instant to the end of the answer, or to the end of patience with it.
  ///
  /// Requests that failed without an answer are not among them, except for those that took too long.
  var latency = LatencyHistogram()
  /// The same from the actual sending.
  var serviceTime = LatencyHistogram()
  private var failures = [Int](repeating: 0, count: FailureKind.allCases.count)

  /// How many were due.
  var planned: Int { sent + dropped + waiting }
  /// How many brought no good answer, all kinds together.
  var errors: Int { failures.reduce(0, +) }
  /// How many had no outcome when the run was stopped.
  var unfinished: Int { waiting + sent - ok - errors }

  /// How many failed in this way.
  subscript(kind: FailureKind) -> Int { failures[kind.index] }

  mutating func count(_ failure: FailureKind?) {
    if let failure { failures[failure.index] += 1 } else { ok += 1 }
  }

  mutating func add(_ other: CallRecord) {
    sent += other.sent
    dropped += other.dropped
    waiting += other.waiting
    ok += other.ok
    latency.add(other.latency)
    serviceTime.add(other.serviceTime)
    for index in failures.indices { failures[index] += other.failures[index] }
  }
}

extension FailureKind {
  /// The place in ``allCases``, without a search.
  fileprivate var index: Int {
    switch self {
    case .connect: 0
    case .timeout: 1
    case .status: 2
    case .failed: 3
    case .closed: 4
    case .malformed: 5
    }
  }
}
