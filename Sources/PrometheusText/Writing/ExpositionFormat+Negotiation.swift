extension ExpositionFormat {
  /// The format that a client prefers, by its Accept header; text when it says nothing usable.
  ///
  /// The highest q value wins, between equal ones the earlier; OpenMetrics has to be named (or covered by
  /// `application/*`), so `*/*` means text. A version that is not ours is passed over, and so are entries
  /// that cannot be understood, protocol buffers, and `escaping` (our names need none).
  /// - Source: RFC 9110 §12.5.1; the Accept headers of Prometheus 2 and 3.
  public static func negotiated(accept: String?) -> ExpositionFormat {
    let ranges = (accept ?? "").split(separator: ",").compactMap { MediaRange($0) }
    guard let openMetrics = ranges.best(for: .openMetrics), openMetrics.quality > 0 else { return .text }
    guard let text = ranges.best(for: .text) else { return .openMetrics }
    let isPreferred =
      openMetrics.quality == text.quality
      ? openMetrics.position < text.position : openMetrics.quality > text.quality
    return isPreferred ? .openMetrics : .text
  }
}

/// One entry of an Accept header.
private struct MediaRange {
  var type: String
  var version: String?
  var quality = 1.0

  init?(_ entry: Substring) {
    let parts = entry.split(separator: ";", omittingEmptySubsequences: false).map { $0.trimmed.lowercased() }
    type = parts[0]
    guard type.contains("/") else { return nil }
    for parameter in parts.dropFirst() where !parameter.isEmpty {
      guard read(parameter) else { return nil }
    }
  }

  private mutating func read(_ parameter: String) -> Bool {
    let pair = parameter.split(separator: "=", maxSplits: 1)
    let value = pair.count == 2 ? pair[1].trimmed.drop { $0 == "\"" }.prefix { $0 != "\"" } : ""
    switch pair.first?.trimmed {
    case "version": version = String(value)
    case "q":
      guard let number = NumberGrammar.value(of: String(value)), (0...1).contains(number) else {
        return false
      }
      quality = number
    default: break
    }
    return true
  }

  /// How closely this entry names a format: 3 by its name, 1 by `*/*`, nil not at all.
  func specificity(for format: ExpositionFormat) -> Int? {
    switch (format, type) {
    case (.text, "text/plain"): version == nil || version == "0.0.4" ? 3 : nil
    case (.openMetrics, "application/openmetrics-text"): version == nil || version == "1.0.0" ? 3 : nil
    case (.text, "text/*"), (.openMetrics, "application/*"): 2
    case (.text, "*/*"): 1
    default: nil
    }
  }
}

extension [MediaRange] {
  /// What the most specific entries say of a format: the highest quality, and where it stands.
  fileprivate func best(for format: ExpositionFormat) -> (quality: Double, position: Int)? {
    var best: (specificity: Int, quality: Double, position: Int)?
    for (position, range) in enumerated() {
      guard let specificity = range.specificity(for: format) else { continue }
      if let best, (best.specificity, best.quality) >= (specificity, range.quality) { continue }
      best = (specificity, range.quality, position)
    }
    return best.map { ($0.quality, $0.position) }
  }
}

extension Substring {
  /// Without spaces and tabs at both ends.
  fileprivate var trimmed: Substring {
    var text = drop { $0 == " " || $0 == "\t" }
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return text
  }
}
