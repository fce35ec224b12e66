import BBBAPI
import BBBClient

/// What one inquiry has found out.
enum ScrapeFinding: Sendable {
  case meetings(Result<MeetingsTally, CallFailure>)
  case recordings(RecordingState, Result<Int, CallFailure>)
  case disk(DiskReading)
  case nothing
}

/// What the inquiries of a scrape have found out so far.
struct ScrapeFindings: Sendable, Equatable {
  /// The answer of getMeetings; nil until it is there.
  private(set) var meetings: Result<MeetingsTally, CallFailure>?
  /// The number of recordings by state, for each call that has ended.
  private(set) var recordings: [RecordingState: Result<Int, CallFailure>] = [:]
  /// What the folders of the server say; nil when they are not read, or not read in time.
  private(set) var disk: DiskReading?

  /// Adds what an inquiry has found out.
  mutating func add(_ finding: ScrapeFinding) {
    switch finding {
    case .meetings(let result): meetings = result
    case .recordings(let state, let result): recordings[state] = result
    case .disk(let reading): disk = disk.map { $0.joined(with: reading) } ?? reading
    case .nothing: break
    }
  }

  /// Whether a call brought a good answer; one that has not ended has brought none.
  func hasSucceeded(_ call: ScrapeCall) -> Bool {
    switch call {
    case .meetings: meetings?.isSuccess ?? false
    case .recordings(let state): recordings[state]?.isSuccess ?? false
    }
  }
}

extension DiskReading {
  /// The recordings of one reading and the version of the other.
  fileprivate func joined(with other: DiskReading) -> DiskReading {
    var both = self
    both.recordings = other.recordings ?? recordings
    both.version = other.version ?? version
    return both
  }
}

extension Result {
  fileprivate var isSuccess: Bool {
    if case .success = self { true } else { false }
  }
}
