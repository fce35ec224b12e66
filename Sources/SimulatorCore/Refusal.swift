import BBBAPI

extension Simulation {
  /// What is answered before a call's own parameters are looked at; nil lets the call go on.
  ///
  /// bbb-web evaluates the checksum first and alone; nothing else is reported while it is wrong (facts §1.3).
  mutating func refusal(of call: APICall, _ request: APIRequest) -> APIFailure? {
    guard request.hasNoBody else { return refusal(ofAny: call, request) }
    if provenQueries.contains(call, request.query) { return nil }
    let failure = refusal(ofAny: call, request)
    if failure == nil { provenQueries.insert(call, request.query) }
    return failure
  }

  private func refusal(ofAny call: APICall, _ request: APIRequest) -> APIFailure? {
    if !profile.isServiceEnabled { return .apiNotEnabled }
    let looksAtURL = call.needsChecksum && profile.presentationUploadURL != .ignored
    let uploadURL = looksAtURL ? presentationUploadURL(in: request.parameters) : .passes
    if case .skipsChecks = uploadURL { return nil }
    let verifier = ChecksumVerifier(secret: secret, profile: profile)
    if let failure = verifier.failure(of: request.signed(as: call)) { return failure }
    if case .fails = uploadURL { return .presentationUploadURLInvalid }
    // What `feedback` takes is JSON, which no rule speaks of.
    guard call != .index, call != .feedback, !request.hasNoBody else { return nil }
    return profile.contentTypeFailure(of: call, contentType: request.contentType)
  }
}

extension APIRequest {
  /// Whether nothing but the query says what is wanted.
  var hasNoBody: Bool { body.isEmpty && !announcesBody }
}
