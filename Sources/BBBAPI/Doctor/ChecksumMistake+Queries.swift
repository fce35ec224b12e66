extension ChecksumMistake {
  /// The queries that were hashed in place of `query` by callers who took other parameters or another order.
  func queries(of query: String, _ surroundings: MistakeSurroundings) -> [String] {
    let parameters = query.utf8.split(separator: UInt8(ascii: "&")).map { String(Substring($0)) }
    switch self {
    case .queryMissing: return [""]
    case .parameterLeftOut: return Self.leavingOut(parameters)
    case .checksumInside:
      let empty = ["checksum=", "checksum"]
      return empty.flatMap { query.isEmpty ? [$0] : ["\(query)&\($0)", "\($0)&\(query)"] }
    case .otherOrder: return Self.orders(of: parameters)
    case .bodyHashed:
      guard !surroundings.body.isEmpty else { return [] }
      return [surroundings.body, query + surroundings.body, "\(query)&\(surroundings.body)"]
    case .fragmentHashed: return ["\(query)#"] + (surroundings.fragment.map { ["\(query)#\($0)"] } ?? [])
    default: return []
    }
  }

  /// Each parameter on its own, then ever more of the last ones: those that were added after signing.
  private static func leavingOut(_ parameters: [String]) -> [String] {
    guard (2...mostParameters).contains(parameters.count) else { return [] }
    let single = parameters.indices.map { left in
      parameters.indices.filter { $0 != left }.map { parameters[$0] }
    }
    let endings = (1..<parameters.count).map { Array(parameters.prefix($0)) }
    let withValue = parameters.filter { !$0.hasSuffix("=") }
    return ([withValue] + single + endings).map { $0.joined(separator: "&") }
  }

  /// With more parameters than these, trying each costs more than it finds.
  private static let mostParameters = 24

  /// So many parameters are tried in every order, which makes 119 others; with more, only likely ones are.
  private static let mostPermuted = 5

  private static func orders(of parameters: [String]) -> [String] {
    guard parameters.count > 1 else { return [] }
    let sorted = parameters.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let ignoringCase = parameters.sorted {
      $0.lowercased().utf8.lexicographicallyPrecedes($1.lowercased().utf8)
    }
    let likely = [sorted, sorted.reversed(), ignoringCase, parameters.reversed()]
    guard parameters.count <= mostParameters else { return likely.map { $0.joined(separator: "&") } }
    let moved = parameters.indices.flatMap { index in
      let rest = parameters.indices.filter { $0 != index }.map { parameters[$0] }
      return [rest + [parameters[index]], [parameters[index]] + rest]
    }
    let all = parameters.count <= mostPermuted ? permutations(of: parameters) : moved
    return (likely + all).map { $0.joined(separator: "&") }
  }

  private static func permutations(of parameters: [String]) -> [[String]] {
    guard parameters.count > 1 else { return [parameters] }
    return parameters.indices.flatMap { index in
      var rest = parameters
      let first = rest.remove(at: index)
      return permutations(of: rest).map { [first] + $0 }
    }
  }

  /// The queries that were hashed in place of `query` by callers who wrote the same parameters in another way.
  func writings(of query: String) -> [String] {
    switch self {
    case .queryDecoded: [PercentCoding.decodeForm(query[...]), Self.decodedKeepingPlus(query)]
    case .blankEncoding: [query.replacing("%20", with: "+"), query.replacing("+", with: "%20")]
    case .hexCase:
      [Self.withHexDigits(query) { $0.lowercased() }, Self.withHexDigits(query) { $0.uppercased() }]
    case .otherEncoding: Self.encodings.map { Self.reencoded(query, $0) }
    case .encodedTwice:
      [Self.reencoded(query, decoding: false, PercentCoding.encodeStrict), PercentCoding.encodeStrict(query)]
    case .ampersandEscaped: [query.replacing("&", with: "&amp;")]
    case .questionMark: ["?\(query)"]
    case .strayAmpersand: ["\(query)&", "&\(query)", "?\(query)&"]
    default: []
    }
  }

  private static func decodedKeepingPlus(_ query: String) -> String {
    PercentCoding.decodeForm(query.replacing("+", with: "%2B")[...])
  }

  /// What encoders leave as it is, in turn: RFC 3986, Java, JavaScript's encodeURIComponent, Python's quote, a browser's
  /// address line.
  private static let encodings: [@Sendable (String) -> String] = [
    PercentCoding.encodeStrict, PercentCoding.encodeLikeJava,
    { PercentCoding.encode($0[...]) { PercentCoding.isAlphanumeric($0) || "-._~!'()*".utf8.contains($0) } },
    { PercentCoding.encode($0[...]) { PercentCoding.isAlphanumeric($0) || "-._~/".utf8.contains($0) } },
    {
      PercentCoding.encode($0[...], spaceAsPlus: true) {
        PercentCoding.isAlphanumeric($0) || "-._~".utf8.contains($0)
      }
    },
    {
      PercentCoding.encode($0[...]) {
        PercentCoding.isAlphanumeric($0) || "-._~!'()*:/,;@$+[]".utf8.contains($0)
      }
    },
  ]

  private static func reencoded(_ query: String, decoding: Bool = true, _ encode: (String) -> String)
    -> String
  {
    query.split(separator: "&", omittingEmptySubsequences: false).map { parameter in
      let parts = parameter.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return parts.map { encode(decoding ? PercentCoding.decodeForm($0) : String($0)) }.joined(separator: "=")
    }.joined(separator: "&")
  }

  private static func withHexDigits(_ query: String, _ change: (String) -> String) -> String {
    var rest = query[...]
    var changed = ""
    while let percent = rest.firstIndex(of: "%") {
      let code = rest[percent...].prefix(3)
      changed += rest[..<percent] + change(String(code))
      rest = rest[code.endIndex...]
    }
    return changed + rest
  }
}
