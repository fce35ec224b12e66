import BBBAPI
import TimelineEngine

/// What a call has decided, before it becomes bytes.
///
/// Decided while the simulation is locked, rendered after; what it holds of the world is a copy.
enum Answer: Sendable {
  case index
  case created(Meeting, isDuplicate: Bool)
  case joined(ClientSession, servletSession: String)
  /// The servlet session goes into a cookie.
  case redirected(ClientSession, servletSession: String)
  /// The error form of `join`, which sends the browser somewhere with the reason in the query.
  case redirectedAway(APIFailure, target: String)
  case running(Bool)
  case ended
  case meetings(MeetingList, revision: UInt64)
  case meetingInfo(Meeting)
  case recordings([Recording], totalElements: Int?)
  /// Every other answer of the recording controller.
  case recording(RecordingAnswer)
  /// An answer of bbb-webhooks.
  case hook(HookAnswer)
  /// `FAILED` without `Cache-Control` is the recording controller's business alone (facts §0).
  case failed(APIFailure)
  case failedTogether([APIFailure])
  case page(status: Int)
}

extension Answer {
  /// The key by which the request log remembers how a request went.
  var messageKey: String? {
    switch self {
    case .failed(let failure), .redirectedAway(let failure, _): failure.messageKey
    case .failedTogether(let failures): failures.first?.messageKey
    case .recording(let answer): answer.messageKey
    case .hook(let answer): answer.messageKey
    default: nil
    }
  }
}
