/// Finds what somebody meant.
public enum Suggestion {
  /// The candidate that is a slip of the pen or two away from `text`, the earlier one among equals; nil when none is.
  public static func nearest(to text: String, among candidates: [String]) -> String? {
    let limit = text.count < 3 ? 1 : max(1, min(3, text.count / 3))
    var best: (candidate: String, distance: Int)?
    for candidate in candidates where candidate.count <= 64 && text.count <= 64 {
      let distance = distance(from: text.lowercased(), to: candidate.lowercased())
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.candidate
  }

  /// How many letters must be put in, taken out, replaced or swapped with a neighbour (optimal string alignment).
  static func distance(from source: String, to target: String) -> Int {
    let (source, target) = (Array(source), Array(target))
    var beforeLast: [Int] = []
    var last = Array(0...target.count)
    for (i, letter) in source.enumerated() {
      var row = [i + 1]
      for (j, other) in target.enumerated() {
        var cost = min(last[j] + (letter == other ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, letter == target[j - 1], source[i - 1] == other {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row.append(cost)
      }
      (beforeLast, last) = (last, row)
    }
    return last[target.count]
  }

  /// The fix for a name that is not among the candidates.
  static func fix(for text: String, among candidates: [String], orElse otherwise: String? = nil) -> String {
    if let meant = nearest(to: text, among: candidates) { return "did you mean `\(meant)`?" }
    return otherwise ?? (candidates.isEmpty ? "remove it" : "use one of \(listed(candidates))")
  }

  /// The first dozen names, in backticks.
  static func listed(_ names: [String]) -> String {
    let shown = names.prefix(12).map { "`\($0)`" }.joined(separator: ", ")
    return names.count > 12 ? shown + " …" : shown
  }
}
