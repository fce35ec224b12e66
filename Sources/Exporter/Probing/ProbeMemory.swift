import Synchronization

/// What is remembered of the synthetic probe of one server while the process lives.
final class ProbeMemory: Sendable {
  private struct Storage {
    var report = ProbeReport()
    var isUnderWay = false
    var hasSwept = false
    /// Meetings that could not be ended, to be tried again; they end by themselves in minutes.
    var leftovers: [ProbeMeeting] = []
  }

  private static let leftoverLimit = 10

  private let storage = Mutex(Storage())

  var report: ProbeReport { storage.withLock { $0.report } }

  /// Whether a run may begin; counts one that may not.
  func begin() -> Bool {
    storage.withLock { storage in
      if storage.isUnderWay { storage.report.skipped += 1 }
      defer { storage.isUnderWay = true }
      return !storage.isUnderWay
    }
  }

  func end(_ outcome: ProbeRun.Outcome?, at time: Double) {
    storage.withLock { storage in
      storage.isUnderWay = false
      guard let outcome else { return }
      storage.report.runs += 1
      if let step = outcome.failedStep { storage.report.failures[step, default: 0] += 1 }
      storage.report.last = outcome
      storage.report.lastTime = time
    }
  }

  /// Whether leftovers of earlier processes have still to be looked for.
  var needsSweep: Bool { storage.withLock { !$0.hasSwept } }

  func noteSweep() { storage.withLock { $0.hasSwept = true } }

  func keep(_ leftover: ProbeMeeting) {
    storage.withLock { $0.leftovers = ($0.leftovers + [leftover]).suffix(Self.leftoverLimit) }
  }

  func takeLeftovers() -> [ProbeMeeting] {
    storage.withLock { storage in
      defer { storage.leftovers = [] }
      return storage.leftovers
    }
  }
}
