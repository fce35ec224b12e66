/// Finds what somebody meant.
enum NearestName {
  /// The candidate that is a slip of the pen or two away, the earlier one among equals; nil when none is.
  static func of(_ text: String, among candidates: [String]) -> String? {
    // Longer names are nobody's slip, and comparing costs the product of the lengths.
    guard text.count <= 40 else { return nil }
    let limit = text.count < 3 ? 1 : max(1, min(3, text.count / 3))
    let near = candidates.map { ($0, distance(from: text.lowercased(), to: $0.lowercased())) }
    return near.filter { $0.1 <= limit }.min { $0.1 < $1.1 }?.0
  }

  /// How to mend a name that is not among the candidates.
  static func fix(for text: String, among candidates: [String]) -> String {
    if let meant = of(text, among: candidates) { return "did you mean \(meant)?" }
    return "use one of \(candidates.joined(separator: ", "))"
  }

  /// How many letters must be put in, taken out or replaced, two swapped neighbours counting once.
  private static func distance(from source: String, to target: String) -> Int {
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
}
