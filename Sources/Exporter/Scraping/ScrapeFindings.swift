import BBBAPI
import BBBClient

/// What one set of calls has found out so far.
struct ScrapeFindings: Sendable, Equatable {
  /// The answer of getMeetings; nil until it is there.
  var meetings: Result<MeetingsTally, CallFailure>?
  /// The number of recordings by state, for each call that has ended.
  var recordings: [RecordingState: Result<Int, CallFailure>] = [:]
  /// What the folders of the server say; nil when they are not read, or not read in time.
  var disk: DiskReading?

  /// Whether a call brought a good answer; one that has not ended has brought none.
  func hasSucceeded(_ call: ScrapeCall) -> Bool {
    switch call {
    case .meetings: meetings?.isSuccess ?? false
    case .recordings(let state): recordings[state]?.isSuccess ?? false
    }
  }
}

extension Result {
  fileprivate var isSuccess: Bool {
    if case .success = self { true } else { false }
  }
}
