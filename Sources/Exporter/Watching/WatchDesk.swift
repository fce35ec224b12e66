import BBBClient
import Synchronization

/// Where the rest of the exporter finds what is under watch now, and where a reload puts what is from then on.
final class WatchDesk: Sendable {
  private struct Storage {
    var watchlist: Watchlist
    var reload: ReloadState?
    var isEnding = false
  }

  private let storage: Mutex<Storage>
  /// The process that this is, to be told of on `/metrics`; nil when it is not.
  let process: OwnProcess?

  /// Begins with a list; `reload` is nil when nothing could ever be reloaded.
  init(_ watchlist: Watchlist, reload: ReloadState? = nil, process: OwnProcess? = nil) {
    self.process = process
    storage = Mutex(Storage(watchlist: watchlist, reload: reload))
  }

  /// What is under watch. Who has it may go on with it when a reload puts another in its place.
  var watchlist: Watchlist { storage.withLock { $0.watchlist } }

  /// How the last reload went.
  var reload: ReloadState? { storage.withLock { $0.reload } }

  /// Puts another list in place.
  func adopt(_ watchlist: Watchlist, at now: Double) {
    let isEnding = storage.withLock { storage in
      storage.watchlist = watchlist
      storage.reload = ReloadState(isGood: true, lastGood: now)
      return storage.isEnding
    }
    if isEnding { watchlist.endSoon() }
  }

  /// Lets every scrape have its page at once from now on, with what is known.
  func endSoon() {
    let watchlist = storage.withLock { storage in
      storage.isEnding = true
      return storage.watchlist
    }
    watchlist.endSoon()
  }

  /// Notes that a reload failed and changed nothing.
  func noteFailedReload() {
    storage.withLock { $0.reload?.isGood = false }
  }
}

/// How the last reload went; the start counts as the first one.
struct ReloadState: Sendable, Equatable {
  var isGood: Bool
  /// Seconds since 1970.
  var lastGood: Double
}
