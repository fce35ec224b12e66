import BBBAPI
import BBBClient
import BBBReading
import Synchronization

/// What the exporter remembers of one server while the process lives, as far as pages show it.
struct Memories: Sendable {
  /// How each call has fared; calls without an entry are not served.
  fileprivate(set) var calls: [ScrapeCall: CallRecord]
  /// The meetings told apart so far.
  fileprivate(set) var uniqueMeetings = UniqueMeetings()
  /// The numbers of recordings.
  fileprivate(set) var recordings = RecordingsShelf()
  /// Anomalies by kind.
  fileprivate(set) var anomalies: [Anomaly: Int] = [:]

  fileprivate init(calls: [ScrapeCall]) {
    self.calls = Dictionary(uniqueKeysWithValues: calls.map { ($0, CallRecord()) })
  }
}

/// The memories of one server, shared by all its scrapes.
final class ServerMemory: Sendable {
  private struct Storage {
    var memories: Memories
    var seen = SeenMeetings()
  }

  private let storage: Mutex<Storage>

  /// Remembers the calls that are served.
  init(calls: [ScrapeCall]) {
    storage = Mutex(Storage(memories: Memories(calls: calls)))
  }

  /// A copy to write a page from; small, since the meetings told apart stay here.
  var snapshot: Memories { storage.withLock { $0.memories } }

  /// Changes what is known of a call, if it is served.
  func update(_ call: ScrapeCall, _ change: (inout CallRecord) -> Void) {
    storage.withLock {
      if $0.memories.calls[call] != nil { change(&$0.memories.calls[call, default: CallRecord()]) }
    }
  }

  /// Keeps what a call for recordings has brought.
  func shelve(_ result: Result<Int, CallFailure>, of state: RecordingState, at now: Duration) {
    storage.withLock { $0.memories.recordings.put(result, of: state, at: now) }
  }

  /// Counts the meetings of a good answer that are new; those of a broken one might be anything.
  func count(_ sightings: [MeetingSighting]) {
    storage.withLock { storage in
      for sighting in sightings where storage.seen.isNew(sighting) {
        storage.memories.uniqueMeetings.add(sighting)
      }
    }
  }

  /// Counts anomalies.
  func count(_ anomalies: [AnomalyCount]) {
    storage.withLock { storage in
      for entry in anomalies { storage.memories.anomalies[entry.anomaly, default: 0] += entry.count }
    }
  }
}
