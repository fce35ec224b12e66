/// What a mistake can draw on besides the recipe.
struct MistakeSurroundings: Sendable {
  let call: APICall
  /// Scheme, host and path without query, where known.
  let url: String?
  /// The fragment of the URL, where known; it never travels.
  let fragment: String?
  /// The body, whatever it is.
  let body: String
  /// The checksum as it came.
  let checksum: String
}

extension ChecksumMistake {
  /// What a checksum can be made wrong in; two mistakes of one aspect are not looked for together.
  enum Aspect: Sendable {
    case call
    case parameters
    case writing
    case secret
    case hash
    /// Not about what was hashed.
    case sending
  }

  var aspect: Aspect {
    switch self {
    case .callMissing, .callCase, .callWithSlash, .callWithPath, .callWithoutFolder, .otherCall, .wholeURL:
      .call
    case .queryMissing, .parameterLeftOut, .checksumInside, .otherOrder, .bodyHashed, .fragmentHashed:
      .parameters
    case .queryDecoded, .blankEncoding, .hexCase, .otherEncoding, .encodedTwice, .ampersandEscaped,
      .questionMark, .strayAmpersand:
      .writing
    case .secretMissing, .secretLineFeed, .secretBlanks, .secretQuoted, .secretByteOrderMark, .secretCase,
      .secretEncoded, .secretPlace:
      .secret
    case .hmac, .hashedTwice: .hash
    case .base64, .truncated, .otherAlgorithm, .upperCase, .checksumMisnamed: .sending
    }
  }

  /// Whether it is so common that it is looked for beside another one too.
  var isCommon: Bool {
    switch self {
    case .callMissing, .callWithSlash, .callCase, .queryMissing, .checksumInside, .otherOrder, .queryDecoded,
      .blankEncoding, .questionMark, .secretMissing, .secretLineFeed, .secretQuoted, .hmac:
      true
    default: false
    }
  }

  /// The recipes of callers who make this mistake and otherwise follow `recipe`; without those that change nothing.
  func made(in recipe: ChecksumRecipe, _ surroundings: MistakeSurroundings) -> [ChecksumRecipe] {
    switch aspect {
    case .call: calls(surroundings).map { recipe.with(call: $0) }.filter { $0.call != recipe.call }
    case .parameters:
      queries(of: recipe.query, surroundings).map { recipe.with(query: $0) }
        .filter { $0.query != recipe.query }
    case .writing:
      writings(of: recipe.query).map { recipe.with(query: $0) }.filter { $0.query != recipe.query }
    case .secret: secrets(recipe)
    case .hash: hashings(recipe)
    case .sending: []
    }
  }

  private func calls(_ surroundings: MistakeSurroundings) -> [String] {
    let name = surroundings.call.rawValue
    switch self {
    case .callMissing: return [""]
    case .callCase:
      return [name.lowercased(), name.uppercased(), name.prefix(1).uppercased() + name.dropFirst()]
    case .callWithSlash: return ["/\(name)", "\(name)/", "/\(name)?", "/\(name)/"]
    case .callWithPath:
      let paths = ["api/", "/api/", "bigbluebutton/api/", "/bigbluebutton/api/"]
      return paths.flatMap { ["\($0)\(name)", "\($0)\(name)?"] } + [
        "/bigbluebutton/api", "/bigbluebutton/api/",
      ]
    case .callWithoutFolder: return [name.split(separator: "/").last.map(String.init) ?? ""]
    case .otherCall: return APICall.allCases.map(\.rawValue).filter { !$0.isEmpty }
    default: return surroundings.url.map { ["\($0)?", $0] } ?? []
    }
  }

  private func hashings(_ recipe: ChecksumRecipe) -> [ChecksumRecipe] {
    let hashings: [ChecksumRecipe.Hashing] =
      self == .hmac ? [.hmac, .hmacWithSecret] : [.twiceByText, .twiceByBytes]
    return hashings.map { hashing in
      var wrong = recipe
      wrong.hashing = hashing
      return wrong
    }
  }

  private func secrets(_ recipe: ChecksumRecipe) -> [ChecksumRecipe] {
    if self == .secretPlace {
      return [.secretFirst, .secretBetween].map { (arrangement: ChecksumRecipe.Arrangement) in
        var wrong = recipe
        wrong.arrangement = arrangement
        return wrong
      }
    }
    return spellings(of: recipe.secret).map { recipe.with(secret: $0) }
      .filter { !$0.secret.hasSameBytes(as: recipe.secret) }
  }

  private func spellings(of secret: String) -> [String] {
    switch self {
    case .secretMissing: [""]
    case .secretLineFeed: ["\(secret)\n", "\(secret)\r\n", "\(secret)\r", "\(secret)\n\n"]
    case .secretBlanks: ["\(secret) ", " \(secret)", " \(secret) ", "\(secret)\t", "\t\(secret)"]
    case .secretQuoted: ["\"\(secret)\"", "'\(secret)'", "\"\(secret)", "\(secret)\""]
    case .secretByteOrderMark: ["\u{FEFF}\(secret)", "\u{FEFF}\(secret)\n", "\u{FEFF}\(secret)\r\n"]
    case .secretCase: [secret.lowercased(), secret.uppercased()]
    case .secretEncoded: [PercentCoding.encodeStrict(secret), PercentCoding.decodeForm(secret[...])]
    default: []
    }
  }
}

extension ChecksumRecipe {
  func with(call: String) -> ChecksumRecipe {
    var wrong = self
    wrong.call = call
    return wrong
  }

  func with(query: String) -> ChecksumRecipe {
    var wrong = self
    wrong.query = query
    return wrong
  }

  func with(secret: String) -> ChecksumRecipe {
    var wrong = self
    wrong.secret = secret
    return wrong
  }
}
