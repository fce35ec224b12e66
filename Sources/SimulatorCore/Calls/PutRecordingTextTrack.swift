import BBBAPI
import TimelineEngine

extension Simulation {
  /// Takes a file of subtitles or captions; checks in the order of BBB's controller (facts §2.15).
  ///
  /// The real server works the file over for a while; here it is there at once.
  mutating func putRecordingTextTrack(
    _ parameters: QueryParameters, _ request: APIRequest, _ fault: ChecksumFault?
  ) -> Answer {
    if fault == .missing { return .recording(.textTrackRefused(.paramMissing("checksum"))) }
    guard let recordID = parameters.text("recordID") else {
      return .recording(.textTrackRefused(.paramMissing("recordID")))
    }
    if fault != nil { return .failed(.checksumNotPassed) }
    guard world.recordings.contains(where: { $0.recordID == recordID }) else {
      return .recording(.textTrackRefused(.noRecordingFor(recordID)))
    }
    switch Self.track(parameters, request) {
    case .failure(let refusal): return .recording(.textTrackRefused(refusal.failure))
    case .success(let track):
      timeline.perform(.putTextTrack(recordID: recordID, track))
      return .recording(.textTrackUploaded(recordID: recordID))
    }
  }

  private struct Refusal: Error {
    let failure: APIFailure
    init(_ failure: APIFailure) { self.failure = failure }
  }

  private static func track(
    _ parameters: QueryParameters, _ request: APIRequest
  ) -> Result<TextTrack, Refusal> {
    guard let kind = parameters.text("kind") else { return .failure(Refusal(.paramMissing("kind"))) }
    guard ["subtitles", "captions"].contains(kind) else { return .failure(Refusal(.invalidKind(kind))) }
    guard let lang = parameters.text("lang") else { return .failure(Refusal(.paramMissing("lang"))) }
    guard let locale = JavaLocale(lang) else { return .failure(Refusal(.invalidLang(lang))) }
    guard let file = MultipartForm(request)?.file("file"), !file.isEmpty else {
      return .failure(Refusal(.emptyTextTrack))
    }
    return .success(
      TextTrack(
        kind: kind, language: locale.languageTag, label: parameters.text("label") ?? locale.displayLanguage,
        content: String(decoding: file, as: UTF8.self)))
  }
}
