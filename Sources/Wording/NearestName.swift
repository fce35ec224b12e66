/// Finds what somebody meant by a name that nobody has.
public enum NearestName {
  /// Longer names are nobody's slip, and comparing costs the product of the lengths.
  private static let longest = 64

  /// The candidate that is a slip of the pen or two away, whatever the case of its letters; nil when none is.
  ///
  /// The nearest wins, and the earlier one among equals. A slip is believed for every three letters of the text, one at
  /// least and three at most.
  public static func of(_ text: String, among candidates: [String]) -> String? {
    guard text.count <= longest else { return nil }
    let limit = max(1, min(3, text.count / 3))
    let near = candidates.lazy.filter { $0.count <= longest }
      .map { ($0, distance(from: text.lowercased(), to: $0.lowercased())) }
    return near.filter { $0.1 <= limit }.min { $0.1 < $1.1 }?.0
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
}
