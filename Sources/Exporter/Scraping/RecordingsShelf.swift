import BBBAPI
import BBBClient

/// The last good numbers of recordings, for servers that are not asked at every scrape.
///
/// The scrape that finds numbers too old asks for them: nothing runs for a server that nobody scrapes. A listing may take
/// longer than any scrape has time, so the call outlives it (``patience(refresh:)``), and the next page has its number.
/// After a failure it is tried again within a minute, since one missed answer must not cost a whole interval.
///
/// The last good number is served meanwhile, with its age beside it, for three intervals; then it is left out, since by
/// then it says nothing about now. The age goes on, so that an alert on it does too.
struct RecordingsShelf: Sendable {
  private struct Entry {
    var count: (number: Int, time: Duration)?
    var lastTry: Duration
    var hasFailed = false
  }

  /// How soon a failed call is tried again, at the latest.
  private static let retry = Duration.seconds(60)
  /// The longest that a call may take.
  private static let longest = Duration.seconds(300)
  /// For how many intervals a number is served.
  private static let shelfLife = 3

  private var entries: [RecordingState: Entry] = [:]

  /// Takes what a call has brought.
  mutating func put(_ result: Result<Int, CallFailure>, of state: RecordingState, at now: Duration) {
    switch result {
    case .success(let count): entries[state] = Entry(count: (count, now), lastTry: now)
    case .failure: entries[state] = Entry(count: entries[state]?.count, lastTry: now, hasFailed: true)
    }
  }

  /// Whether the number has to be asked for again.
  func isDue(_ state: RecordingState, refresh: Duration, now: Duration) -> Bool {
    guard let entry = entries[state] else { return true }
    return now - entry.lastTry >= (entry.hasFailed ? min(refresh, Self.retry) : refresh)
  }

  /// The number, unless it is too old to be served.
  func count(of state: RecordingState, refresh: Duration, now: Duration) -> Int? {
    guard let count = entries[state]?.count, now - count.time <= refresh * Self.shelfLife else { return nil }
    return count.number
  }

  /// How long ago the number was right; nil when there never was one.
  func age(of state: RecordingState, now: Duration) -> Duration? {
    entries[state]?.count.map { now - $0.time }
  }

  /// How long a call may go on although no scrape waits for it.
  static func patience(refresh: Duration) -> Duration { min(refresh, longest) }
}
