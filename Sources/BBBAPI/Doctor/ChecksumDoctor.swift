/// Finds out why a checksum is wrong: makes the common mistakes until one gives the caller's hash.
///
/// Its work is bounded, whatever was sent. What it finds changes no answer; BBB says much less.
/// - Source: DESIGN §5.
public struct ChecksumDoctor: Sendable {
  /// Whose rules hold.
  public var verifier: ChecksumVerifier

  /// The longest text, query and body together, that is looked into, in bytes.
  public static let longestText = 8 * 1024
  /// How many bytes are hashed for one diagnosis at most; a typical one takes a tenth of it.
  public static let mostHashedBytes = 1 << 20

  /// Makes a doctor for one server.
  public init(_ verifier: ChecksumVerifier) { self.verifier = verifier }

  /// What is wrong with the request's checksum and why; nil when nothing is wrong.
  ///
  /// - Parameters:
  ///   - request: what came.
  ///   - url: scheme, host and path without query as the caller wrote them, where known.
  ///   - fragment: what followed `#`, where known.
  ///   - body: the body whatever its media type.
  /// - Returns: the verdict and every mistake that was recognised.
  public func diagnosis(
    of request: SignedRequest, url: String? = nil, fragment: String? = nil, body: String = ""
  ) -> ChecksumDiagnosis? {
    guard let fault = verifier.fault(of: request) else { return nil }
    let surroundings = MistakeSurroundings(
      call: request.call, url: url, fragment: fragment, body: body, checksum: request.checksums.first ?? "")
    var search = MistakeSearch(verifier: verifier, request: request, surroundings: surroundings)
    let length = request.query.text.utf8.count + body.utf8.count + (url?.utf8.count ?? 0)
    let mistakes = length <= Self.longestText ? search.mistakes(for: fault) : []
    return ChecksumDiagnosis(
      call: request.call, fault: fault, mistakes: mistakes,
      hashed: RedactedText.hashed(request.call, verifier.coveredTexts(of: request).first ?? ""),
      isExhaustive: length <= Self.longestText && !search.isExhausted)
  }

  /// The right checksums of a request by hash, in the order of ``ChecksumAlgorithm``, for those who know the secret.
  public func expectedChecksums(of request: SignedRequest) -> [(algorithm: ChecksumAlgorithm, text: String)] {
    ChecksumAlgorithm.allCases.filter(verifier.profile.allowedAlgorithms.contains).map { algorithm in
      let query = verifier.coveredTexts(of: request).first ?? ""
      return (
        algorithm,
        Checksum.hexDigest(
          call: request.call.rawValue, query: query, secret: verifier.secret, algorithm: algorithm)
      )
    }
  }
}

/// One search through the mistakes; what it may hash shrinks as it goes.
struct MistakeSearch {
  let verifier: ChecksumVerifier
  let request: SignedRequest
  let surroundings: MistakeSurroundings
  private(set) var isExhausted = false
  private var bytesLeft = ChecksumDoctor.mostHashedBytes

  init(verifier: ChecksumVerifier, request: SignedRequest, surroundings: MistakeSurroundings) {
    self.verifier = verifier
    self.request = request
    self.surroundings = surroundings
  }

  private var rightRecipes: [ChecksumRecipe] {
    verifier.coveredTexts(of: request).map {
      ChecksumRecipe(call: request.call.rawValue, query: $0, secret: verifier.secret.reveal)
    }
  }

  mutating func mistakes(for fault: ChecksumFault) -> [ChecksumMistake] {
    switch fault {
    case .missing: misnamed()
    case .repeated: []
    case .unknownLength, .algorithmNotAllowed, .mismatch: mistakesInHash()
    }
  }

  /// Whether the right hash came as another parameter.
  private mutating func misnamed() -> [ChecksumMistake] {
    let suspects = request.parameters.pairs.filter { ReceivedDigest($0.value) != nil }.prefix(3)
    for suspect in suspects {
      let query = request.query.text.split(separator: "&").filter { !$0.hasSuffix("=\(suspect.value)") }
        .joined(separator: "&")
      let right = ChecksumRecipe(
        call: request.call.rawValue, query: query, secret: verifier.secret.reveal)
      if let digest = ReceivedDigest(suspect.value), fits(right, digest) { return [.checksumMisnamed] }
    }
    return []
  }

  private mutating func mistakesInHash() -> [ChecksumMistake] {
    guard let digest = ReceivedDigest(surroundings.checksum) else { return [] }
    let visible = digest.mistake.map { [$0] } ?? foreignAlgorithm(digest)
    for recipe in rightRecipes where fits(recipe, digest) {
      return visible.isEmpty ? [.upperCase] : visible
    }
    if let found = single(digest) { return visible + [found] }
    return pair(digest).map { visible + $0 } ?? []
  }

  private func foreignAlgorithm(_ digest: ReceivedDigest) -> [ChecksumMistake] {
    let isTaken = digest.algorithms.contains { algorithm in
      algorithm.checksumAlgorithm.map(verifier.profile.allowedAlgorithms.contains) ?? false
    }
    return isTaken ? [] : [.otherAlgorithm]
  }

  private mutating func single(_ digest: ReceivedDigest) -> ChecksumMistake? {
    for mistake in ChecksumMistake.allCases {
      for right in rightRecipes {
        for wrong in mistake.made(in: right, surroundings) where fits(wrong, digest) { return mistake }
      }
    }
    return nil
  }

  /// Two common mistakes at once, of different aspects.
  private mutating func pair(_ digest: ReceivedDigest) -> [ChecksumMistake]? {
    let common = ChecksumMistake.allCases.filter(\.isCommon)
    guard let right = rightRecipes.first else { return nil }
    for (index, one) in common.enumerated() {
      for first in one.made(in: right, surroundings) {
        for other in common[(index + 1)...] where other.aspect != one.aspect {
          for wrong in other.made(in: first, surroundings) where fits(wrong, digest) { return [one, other] }
          if isExhausted { return nil }
        }
      }
    }
    return nil
  }

  private mutating func fits(_ recipe: ChecksumRecipe, _ digest: ReceivedDigest) -> Bool {
    let cost =
      (recipe.call.utf8.count + recipe.query.utf8.count + recipe.secret.utf8.count + 64)
      * digest.algorithms.count
    guard bytesLeft >= cost else {
      isExhausted = true
      return false
    }
    bytesLeft -= cost
    return digest.algorithms.contains { digest.isBeginning(of: recipe.digest($0)) }
  }
}
