import Synchronization
import TimelineEngine

/// The snapshots of one server that are kept in memory, by name.
final class SnapshotShelf: Sendable {
  /// How many names there may be.
  static let capacity = 100
  private let snapshots = Mutex<[String: Snapshot]>([:])

  /// Keeps a snapshot, in the place of one of the same name; false when there are too many.
  func keep(_ snapshot: Snapshot, as name: String) -> Bool {
    snapshots.withLock { snapshots in
      guard snapshots[name] != nil || snapshots.count < Self.capacity else { return false }
      snapshots[name] = snapshot
      return true
    }
  }

  /// The snapshot of that name.
  func snapshot(_ name: String) -> Snapshot? { snapshots.withLock { $0[name] } }

  /// The names, in order.
  var names: [String] { snapshots.withLock { Array($0.keys) }.sorted() }
}
