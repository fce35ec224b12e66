import NIOCore
import Synchronization

/// Who is connected, and who has nothing to do; keeps the number of connections below a limit.
///
/// When one more comes than there may be, the one goes that has been idle longest, for its client merely connects again.
/// When all are busy, the new one is refused.
final class ConnectionRoster: Sendable {
  private struct Entry {
    let channel: any Channel
    var idleSince: NIODeadline?
    /// Whether the client sends no more, as one that has gone.
    var hasHungUp = false
    var whenGone: (@Sendable () -> Void)?
  }

  private let limit: Int
  private let entries = Mutex<[ObjectIdentifier: Entry]>([:])

  init(limit: Int) { self.limit = limit }

  /// How many there are.
  var count: Int { entries.withLock { $0.count } }

  /// Takes a connection up; false when there is no room for it.
  func admit(_ channel: any Channel, now: NIODeadline) -> Bool {
    let (isAdmitted, leaver): (Bool, Entry?) = entries.withLock { entries in
      var leaver: Entry?
      if entries.count >= limit {
        let idle = entries.filter { $0.value.idleSince != nil }
        let longest = idle.min { ($0.value.idleSince ?? now) < ($1.value.idleSince ?? now) }
        guard let longest else { return (false, nil) }
        leaver = entries.removeValue(forKey: longest.key)
      }
      entries[ObjectIdentifier(channel)] = Entry(channel: channel, idleSince: now)
      return (true, leaver)
    }
    leaver?.channel.close(promise: nil)
    leaver?.whenGone?()
    return isAdmitted
  }

  /// Notes since when a connection has nothing to do; nil while it has.
  func note(_ channel: any Channel, idleSince: NIODeadline?) {
    entries.withLock { $0[ObjectIdentifier(channel)]?.idleSince = idleSince }
  }

  /// Notes that a connection has ended.
  func remove(_ channel: any Channel) {
    entries.withLock { $0.removeValue(forKey: ObjectIdentifier(channel)) }?.whenGone?()
  }

  /// Notes that a client sends no more. It may still read, yet nobody scrapes like that; Go's servers take it for gone too.
  func hangUp(_ channel: any Channel) {
    let whenGone = entries.withLock { entries in
      entries[ObjectIdentifier(channel)]?.hasHungUp = true
      return entries[ObjectIdentifier(channel)]?.whenGone
    }
    whenGone?()
  }

  /// Does some work for a connection; nil when the client hangs up meanwhile, and the work's task is cancelled.
  func serve<Value: Sendable>(
    _ channel: any Channel, _ work: @escaping @Sendable () async -> Value
  ) async -> Value? {
    let task = Task { await work() }
    watch(channel) { task.cancel() }
    let value = await withTaskCancellationHandler {
      await task.value
    } onCancel: {
      task.cancel()
    }
    watch(channel, nil)
    return task.isCancelled ? nil : value
  }

  private func watch(_ channel: any Channel, _ whenGone: (@Sendable () -> Void)?) {
    let isGone = entries.withLock { entries in
      entries[ObjectIdentifier(channel)]?.whenGone = whenGone
      return entries[ObjectIdentifier(channel)]?.hasHungUp ?? true
    }
    if isGone { whenGone?() }
  }
}
