import Wording

extension NearestName {
  /// How to mend a name that is not among the candidates.
  static func fix(for text: String, among candidates: [String]) -> String {
    if let meant = of(text, among: candidates) { return "did you mean \(meant)?" }
    return "use one of \(candidates.joined(separator: ", "))"
  }
}
