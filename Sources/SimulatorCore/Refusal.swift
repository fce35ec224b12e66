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
    let signed = request.signed(as: call)
    if let failure = ChecksumVerifier(secret: secret, profile: profile).failure(of: signed) { return failure }
    guard call != .index, !request.hasNoBody else { return nil }
    return profile.contentTypeFailure(of: call, contentType: request.contentType)
  }
}

extension APIRequest {
  /// Whether nothing but the query says what is wanted.
  var hasNoBody: Bool { body.isEmpty && !announcesBody }

  /// Whether the body is an urlencoded form, whose fields are parameters too.
  var isForm: Bool {
    guard method == "POST", let mediaType = contentType?.split(separator: ";").first else { return false }
    return mediaType.trimmingSuffix { $0 == " " }.lowercased() == "application/x-www-form-urlencoded"
  }

  /// The parts that a checksum can cover.
  func signed(as call: APICall) -> SignedRequest {
    let form = isForm ? RawQuery(String(decoding: body, as: UTF8.self)) : nil
    return SignedRequest(call: call, query: query, form: form)
  }

  /// Every parameter, those of the query first.
  var parameters: QueryParameters {
    guard isForm else { return query.parameters }
    return query.parameters.appending(QueryParameters(decoding: String(decoding: body, as: UTF8.self)))
  }
}

extension Substring {
  fileprivate func trimmingSuffix(while predicate: (Character) -> Bool) -> Substring {
    var trimmed = self
    while let last = trimmed.last, predicate(last) { trimmed.removeLast() }
    return trimmed
  }
}
