import Wording

/// How to mend a name that nobody has.
enum Suggestion {
  /// The fix for a name that is not among the candidates.
  static func fix(for text: String, among candidates: [String], orElse otherwise: String? = nil) -> String {
    if let meant = NearestName.of(text, among: candidates) { return "did you mean `\(meant)`?" }
    return otherwise ?? (candidates.isEmpty ? "remove it" : "use one of \(listed(candidates))")
  }

  /// The first dozen names, in backticks.
  static func listed(_ names: [String]) -> String {
    let shown = names.prefix(12).map { "`\($0)`" }.joined(separator: ", ")
    return names.count > 12 ? shown + " …" : shown
  }
}
