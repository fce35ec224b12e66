/// The values of `Accept-Encoding` (RFC 9110 §12.5.3).
struct AcceptedEncodings {
  private var weights: [String: Double] = [:]

  init(_ values: [Substring]) {
    for value in values {
      let parts = value.split(separator: ";").map { $0.trimmed.lowercased() }
      guard let name = parts.first, !name.isEmpty else { continue }
      weights[name] = parts.dropFirst().first { $0.hasPrefix("q=") }.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
    }
  }

  /// Whether gzip is allowed, and not liked less than the plain page.
  var takesGzip: Bool {
    let gzip = weights["gzip"] ?? weights["x-gzip"] ?? weights["*"] ?? 0
    return gzip > 0 && gzip >= (weights["identity"] ?? 0)
  }
}

extension StringProtocol {
  /// Without the blanks that HTTP allows around values.
  fileprivate var trimmed: SubSequence {
    let start = drop { $0 == " " || $0 == "\t" }
    let end = start.lastIndex { $0 != " " && $0 != "\t" }
    return end.map { start[...$0] } ?? start[start.startIndex..<start.startIndex]
  }
}
