import BBBAPI
import BBBWire
import TimelineEngine

/// What a call has decided, before it becomes bytes.
///
/// Decided while the simulation is locked, rendered after; what it holds of the world is a copy.
enum Answer: Sendable {
  case index
  case created(Meeting, isDuplicate: Bool)
  /// A new servlet session goes into a cookie; nil for a browser that has one.
  case joined(ClientSession, servletSession: String?)
  case redirected(ClientSession, servletSession: String?)
  /// The error form of `join`, which sends the browser somewhere with the reason in the query.
  case redirectedAway(APIFailure, target: String)
  /// A browser that is sent on without a word.
  case sentOn(String)
  case running(Bool)
  case ended
  case meetings(MeetingList, revision: UInt64)
  case meetingInfo(Meeting)
  case sessions([(internalMeetingID: String, meetingName: String, userName: String)])
  case insertedDocuments(succeeded: Bool, message: String)
  case chatMessageSent
  case signedOut
  /// What session calls say, good or bad.
  case json(JSONValue)
  /// Nothing at all, with status 200.
  case nothing
  case recordings([Recording], totalElements: Int?)
  /// Every other answer of the recording controller.
  case recording(RecordingAnswer)
  /// An answer of bbb-webhooks.
  case hook(HookAnswer)
  /// `FAILED` without `Cache-Control` is the recording controller's business alone (facts §0).
  case failed(APIFailure)
  case failedTogether([APIFailure])
  case page(status: Int)
  /// With the methods that the call takes.
  case methodNotAllowed([RequestMethod])
}

extension Answer {
  /// The HTTP status.
  var status: Int {
    switch self {
    case .redirected, .redirectedAway: 302
    case .page(let status): status
    default: 200
    }
  }

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

extension Answer {
  /// The same answer in the words of a version (``Profile/usesOldErrorTexts``).
  func worded(by profile: Profile, for call: APICall) -> Answer {
    guard profile.usesOldErrorTexts else { return self }
    return switch self {
    case .failed(let failure): .failed(profile.worded(failure, for: call))
    case .redirectedAway(let failure, let target):
      .redirectedAway(profile.worded(failure, for: call), target: target)
    default: self
    }
  }
}
