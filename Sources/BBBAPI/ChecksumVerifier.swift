/// Decides whether a request's checksum proves that the caller knows the secret.
///
/// - Source: facts §1.1–§1.4.
public struct ChecksumVerifier: Sendable {
  /// The server's secret; an empty one accepts every request.
  public var secret: SharedSecret
  /// The version whose rules hold.
  public var profile: Profile

  /// Makes a verifier for one server.
  public init(secret: SharedSecret, profile: Profile) {
    self.secret = secret
    self.profile = profile
  }

  /// What BBB answers when the checksum is not right; nil when it is, or when none is needed.
  public func failure(of request: SignedRequest) -> APIFailure? {
    fault(of: request).map { $0.failure(of: request.call) }
  }

  /// What is wrong with the checksum; nil when nothing is, or when none is needed.
  public func fault(of request: SignedRequest) -> ChecksumFault? {
    guard request.call.needsChecksum && !secret.isEmpty else { return nil }
    if !request.call.isRecordingCall, let fault = repetitionFault(of: request) { return fault }
    guard let checksum = request.checksums.first, !checksum.isEmpty else { return .missing }
    let length = checksum.utf8.count
    guard let algorithm = ChecksumAlgorithm(hexLength: length) else { return .unknownLength(length) }
    guard profile.allowedAlgorithms.contains(algorithm) else { return .algorithmNotAllowed(algorithm) }
    return proves(checksum, algorithm, request) ? nil : .mismatch(algorithm)
  }

  /// The texts that the checksum may cover, without call and secret: one for a query, several for a lone form.
  public func coveredTexts(of request: SignedRequest) -> [String] {
    guard request.query.text.isEmpty, let form = request.form, !form.text.isEmpty
    else { return [request.query.removing(checksum: request.checksums.first ?? "")] }
    return profile.formChecksumRules.map { $0.coveredText(of: form) }
  }

  private func repetitionFault(of request: SignedRequest) -> ChecksumFault? {
    guard request.checksums.count > 1 else { return nil }
    let isDisguised = request.query.hasDisguisedChecksum || request.form?.hasDisguisedChecksum == true
    return profile.rejectsRepeatedChecksum || isDisguised ? .repeated : nil
  }

  private func proves(_ checksum: String, _ algorithm: ChecksumAlgorithm, _ request: SignedRequest) -> Bool {
    coveredTexts(of: request).contains { text in
      let digest = Checksum.hexDigest(
        call: request.call.rawValue, query: text, secret: secret, algorithm: algorithm)
      return profile.checksumComparison.matches(checksum, digest)
    }
  }
}

/// The parts of a request that a checksum can cover.
public struct SignedRequest: Sendable, Equatable {
  /// What is asked for.
  public var call: APICall
  /// The query as received; empty when there was none.
  public var query: RawQuery
  /// The body as received when it is an urlencoded form; other bodies never enter the checksum.
  public var form: RawQuery?

  /// Describes a request.
  public init(call: APICall, query: RawQuery, form: RawQuery? = nil) {
    self.call = call
    self.query = query
    self.form = form
  }

  /// Every checksum, those of the query first.
  public var checksums: [String] { query.checksums + (form?.checksums ?? []) }

  /// Every parameter, those of the query first.
  public var parameters: QueryParameters {
    guard let form else { return query.parameters }
    return query.parameters.appending(form.parameters)
  }
}

/// What is wrong with a checksum; BBB says much less.
public enum ChecksumFault: Sendable, Equatable, Codable {
  /// None came, or an empty one.
  case missing
  /// More than one came.
  case repeated
  /// No hash has this many digits.
  case unknownLength(Int)
  /// The server does not take this hash.
  case algorithmNotAllowed(ChecksumAlgorithm)
  /// It is another request's, or of another secret.
  case mismatch(ChecksumAlgorithm)

  /// The answer, which depends on the part of BBB that handles the call (facts §1.3).
  ///
  /// A missing checksum violates two rules of the validated calls, and BBB shows either text, as its hash order has
  /// it; here it is always the one that says what is wrong.
  public func failure(of call: APICall) -> APIFailure {
    if call.isRecordingCall { return .checksumNotPassed }
    return self == .missing ? .checksumMissing : .checksumMismatch
  }
}

extension FormChecksumRule {
  /// The text that a checksum covers by this rule, when only a form came.
  func coveredText(of form: RawQuery) -> String {
    switch self {
    case .emptyQuery: ""
    case .sortedRebuild: Self.rebuilt(form.parameters)
    case .bodyOrder: form.withoutChecksum
    }
  }

  /// What `ParamsProcessorUtil` builds: names as they are, in the order of their UTF-16, values by `URLEncoder`.
  private static func rebuilt(_ parameters: QueryParameters) -> String {
    // In one go over the pairs: a form may have a hundred thousand.
    parameters.pairs.enumerated().filter { $0.element.key != RawQuery.checksumName }
      .sorted { one, other in
        one.element.key == other.element.key
          ? one.offset < other.offset
          : one.element.key.utf16.lexicographicallyPrecedes(other.element.key.utf16)
      }
      .map { "\($0.element.key)=\(PercentCoding.encodeLikeJava($0.element.value))" }
      .joined(separator: "&")
  }
}
