import BBBAPI
import TimelineEngine

/// What a call about recordings or text tracks has decided.
enum RecordingAnswer: Sendable {
  /// What was submitted as `publish`.
  case published(String)
  case deleted
  case updated
  case textTracks([(track: TextTrack, grant: TextTrackGrant)])
  case textTracksFailed(APIFailure)
  case textTrackUploaded(recordID: String)
  case textTrackRefused(APIFailure)
  case allNotAllowed
}

extension RecordingAnswer {
  /// The key of a failure.
  var messageKey: String? {
    switch self {
    case .textTracksFailed(let failure), .textTrackRefused(let failure): failure.messageKey
    default: nil
    }
  }
}

extension Simulation {
  /// Answers the recording controller's calls, which look at parameters before they compare the checksum (facts §1.3).
  ///
  /// Nothing here looks at the media type of a body; that is the business of bbb-web's validated calls.
  mutating func answerRecordingCall(_ call: APICall, _ request: APIRequest) -> Answer {
    let fault = checksumFault(of: call, request)
    let parameters = request.parameters
    if call == .putRecordingTextTrack { return putRecordingTextTrack(parameters, request, fault) }
    if fault == .missing { return .failed(.checksumNotPassed) }
    if call != .getRecordings {
      guard parameters.text("recordID") != nil else { return .failed(.recordIDMissing) }
      if call == .publishRecordings, parameters.text("publish") == nil { return .failed(.publishMissing) }
    }
    if fault != nil { return .failed(.checksumNotPassed) }
    switch call {
    case .publishRecordings: return publishRecordings(parameters)
    case .deleteRecordings: return deleteRecordings(parameters)
    case .updateRecordings: return updateRecordings(parameters)
    case .getRecordingTextTracks: return getRecordingTextTracks(parameters)
    default: return getRecordings(parameters)
    }
  }

  private func checksumFault(of call: APICall, _ request: APIRequest) -> ChecksumFault? {
    let form = request.isForm ? RawQuery(String(decoding: request.body, as: UTF8.self)) : nil
    let signed = SignedRequest(call: call, query: request.query, form: form)
    return ChecksumVerifier(secret: secret, profile: profile).fault(of: signed)
  }
}

extension QueryParameters {
  /// A comma-separated list, decoded a second time as the recording controller does; nil when there is none.
  /// - Source: facts §2.10.
  func list(_ name: String) -> [String]? {
    guard let text = text(name) else { return nil }
    return QueryParameters.decodedOnceMore(text).utf8.split(separator: UInt8(ascii: ",")).map {
      String(Substring($0))
    }
  }
}
