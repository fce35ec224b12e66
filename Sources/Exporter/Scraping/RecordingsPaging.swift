import BBBClient
import BBBReading
import Synchronization

/// How a server is best asked for the number of its recordings.
///
/// From BBB 2.6 an answer to a request with `offset` and `limit` says `totalElements`, so that a page of one recording
/// tells the number of all; asked without them the server lists everything and complains in its log. A server that says
/// no total is asked for whole lists for an hour and then tried again, so that it is found out after an upgrade.
/// - Source: exporter contract §4, #137; facts §2.10.
final class RecordingsPaging: Sendable {
  /// The recordings of a page; BBB takes 1 to 100, and makes 1 of a 0.
  static let limit = 1
  /// How long a server that says no total is asked for whole lists.
  static let forgetting = Duration.seconds(3600)

  private let clock: ScrapeClock
  private let listsUntil = Mutex<Duration>(.zero)

  /// Takes it that the server pages, until an answer shows otherwise.
  init(clock: ScrapeClock) {
    self.clock = clock
  }

  /// Whether a page is worth asking for.
  var isOffered: Bool { clock.elapsed() >= listsUntil.withLock { $0 } }

  /// Notes that the server says no total.
  func noteNoTotal() {
    let now = clock.elapsed()
    listsUntil.withLock { $0 = now + Self.forgetting }
  }
}

/// What the answer to a request for a page says about the number of all recordings.
enum PageVerdict: Sendable, Equatable {
  /// The number, or why there is none.
  case settled(Result<Int, CallFailure>)
  /// The number, though the server said no total but listed whatever it had.
  case listed(Int)
  /// Nothing: a full page without a total may be all there is or the first of many, and a server that refuses may do so
  /// because of the paging alone.
  case unclear

  /// Judges an answer.
  init(_ answer: Result<RecordingsReading, CallFailure>) {
    switch answer {
    case .success(let reading) where reading.totalElements != nil: self = .settled(.success(reading.count))
    case .success(let reading) where reading.listedCount == RecordingsPaging.limit: self = .unclear
    case .success(let reading): self = .listed(reading.count)
    case .failure(.failed(let key, _)) where key != "checksumError": self = .unclear
    case .failure(let failure): self = .settled(.failure(failure))
    }
  }
}

extension RecordingsReading {
  /// The number of recordings in the state asked for; none listed at all is none, not an error.
  ///
  /// A total below what is listed is odd, and the recordings are there.
  var count: Int { max(totalElements ?? 0, listedCount) }
}
