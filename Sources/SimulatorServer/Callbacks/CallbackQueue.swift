import Determinism
import Foundation

/// Which callbacks are sent when, as a value: nothing here waits or sends.
struct CallbackQueue: Sendable {
  /// More than these wait for nobody; what comes then is abandoned at once.
  static let capacity = 10_000
  /// How many deliveries are remembered.
  static let memory = 2000
  /// How many are sent at a time.
  static let workers = 16

  struct Attempt: Sendable, Equatable {
    let number: Int
    let callback: Callback
  }

  private struct Due: Sendable, Comparable {
    var instant: SimulatedInstant
    var number: Int
    static func < (lhs: Due, rhs: Due) -> Bool { (lhs.instant, lhs.number) < (rhs.instant, rhs.number) }
  }

  var policy: CallbackPolicy
  private var callbacks: [Int: Callback] = [:]
  /// Earliest first.
  private var waiting: [Due] = []
  private var busyLanes: Set<String> = []
  private var activeWorkers = 0
  private var count = 0
  private var log: [Int: Delivery] = [:]
  private var isOpen = true
  private var watchers: [Int: AsyncStream<Delivery>.Continuation] = [:]

  init(policy: CallbackPolicy) { self.policy = policy }

  /// The latest deliveries, oldest first.
  var deliveries: [Delivery] { log.values.sorted { $0.number < $1.number } }

  /// A watcher hears what became of the callback in the end, and nothing when nobody sends any more.
  mutating func enqueue(
    _ callback: Callback, at instant: SimulatedInstant, watcher: AsyncStream<Delivery>.Continuation? = nil
  ) {
    var delivery = Delivery(callback, number: count, instant: instant)
    count += 1
    if let refusal = policy.refusal(of: callback.url) {
      (delivery.outcome, delivery.reason) = (.refused, refusal)
    } else if !isOpen && watcher != nil {
      (delivery.outcome, delivery.reason) = (.abandoned, "the server stops")
    } else if callbacks.count >= Self.capacity {
      (delivery.outcome, delivery.reason) = (.abandoned, "\(Self.capacity) callbacks wait already")
    } else {
      callbacks[delivery.number] = callback
      wait(Due(instant: instant, number: delivery.number))
    }
    log[delivery.number] = delivery
    watchers[delivery.number] = watcher
    if callbacks[delivery.number] == nil { report(delivery.number) }
    forget()
  }

  /// Nobody sends any more, or somebody does again.
  mutating func setOpen(_ isOpen: Bool) {
    self.isOpen = isOpen
    if !isOpen { watchers.keys.forEach { watchers.removeValue(forKey: $0)?.finish() } }
  }

  private mutating func report(_ number: Int) {
    let watcher = watchers.removeValue(forKey: number)
    if let delivery = log[number] { watcher?.yield(delivery) }
    watcher?.finish()
  }

  /// Whether another worker may start; who starts ends with a ``take(at:)`` that answers nil.
  mutating func claimWorker(at instant: SimulatedInstant) -> Bool {
    guard activeWorkers < Self.workers, position(at: instant) != nil else { return false }
    activeWorkers += 1
    return true
  }

  /// The next message that is due; nil sends the worker home.
  mutating func take(at instant: SimulatedInstant) -> Attempt? {
    guard let position = position(at: instant) else {
      activeWorkers -= 1
      return nil
    }
    let number = waiting.remove(at: position).number
    guard let callback = callbacks[number] else { return take(at: instant) }
    busyLanes.insert(callback.lane)
    log[number]?.attempts += 1
    log[number]?.outcome = .sending
    log[number]?.nextAttempt = nil
    attempts[number, default: 0] += 1
    return Attempt(number: number, callback: callback)
  }

  /// Notes what came of an attempt; the ID of a hook that is given up, if any.
  mutating func finish(_ attempt: Attempt, _ outcome: CallbackOutcome, at instant: SimulatedInstant)
    -> String?
  {
    busyLanes.remove(attempt.callback.lane)
    log[attempt.number]?.note(outcome)
    if case .status(let status) = outcome, attempt.callback.isSettled(by: status) {
      settle(attempt.number, .delivered)
    } else if case .refused = outcome {
      settle(attempt.number, .refused)
    } else if let interval = interval(after: attempt) {
      let due = Due(instant: instant.advanced(by: interval), number: attempt.number)
      log[attempt.number]?.outcome = .waiting
      log[attempt.number]?.nextAttempt = due.instant
      wait(due)
    } else {
      settle(attempt.number, .abandoned)
      attempt.callback.hookID.map { abandon(hook: $0) }
      return attempt.callback.hookID
    }
    return nil
  }

  /// How often each waiting callback was sent; the log may have forgotten it.
  private var attempts: [Int: Int] = [:]

  private func interval(after attempt: Attempt) -> Duration? {
    let failures = attempts[attempt.number] ?? 1
    let intervals = attempt.callback.intervals
    return failures <= intervals.count ? intervals[failures - 1] : attempt.callback.lastInterval
  }

  private func position(at instant: SimulatedInstant) -> Int? {
    for (position, due) in waiting.enumerated() {
      guard due.instant <= instant else { return nil }
      if let lane = callbacks[due.number]?.lane, !busyLanes.contains(lane) { return position }
    }
    return nil
  }

  private mutating func wait(_ due: Due) {
    var (low, high) = (0, waiting.count)
    while low < high {
      let middle = (low + high) / 2
      if waiting[middle] < due { low = middle + 1 } else { high = middle }
    }
    waiting.insert(due, at: low)
  }

  private mutating func settle(_ number: Int, _ outcome: Delivery.Outcome) {
    callbacks[number] = nil
    attempts[number] = nil
    log[number]?.outcome = outcome
    report(number)
  }

  private mutating func abandon(hook hookID: String) {
    for (number, callback) in callbacks where callback.hookID == hookID {
      settle(number, .abandoned)
      log[number]?.reason = "its hook was given up"
    }
    waiting.removeAll { callbacks[$0.number] == nil }
  }

  private mutating func forget() {
    let old = count - Self.memory
    if old > 0 { log[old - 1] = nil }
  }
}

extension Delivery {
  fileprivate init(_ callback: Callback, number: Int, instant: SimulatedInstant) {
    self.number = number
    self.instant = instant
    let parts = URLComponents(string: callback.url)
    host = parts?.host.map { host in parts?.port.map { "\(host):\($0)" } ?? host }
    (kind, event) = callback.kind.names
  }

  fileprivate mutating func note(_ outcome: CallbackOutcome) {
    switch outcome {
    case .status(let status): (self.status, reason) = (status, nil)
    case .failed(let reason), .refused(let reason): (status, self.reason) = (nil, reason)
    }
  }
}

extension Callback.Kind {
  fileprivate var names: (kind: String, event: String?) {
    switch self {
    case .endCallbackURL: ("endCallbackUrl", nil)
    case .meetingEndedURL: ("meetingEndedURL", nil)
    case .recordingReady: ("recordingReady", nil)
    case .analytics: ("analytics", nil)
    case .webhook(_, let event): ("webhook", event)
    }
  }
}
