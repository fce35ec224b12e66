import ConformanceKit
import ExporterConformance

/// Names of cases as a person types them.
struct CaseNames {
  let slugs: [Slug]

  init(_ library: CaseLibrary) {
    self.init(library.cases.map(\.slug))
  }

  init(_ slugs: [Slug]) {
    self.slugs = slugs
  }

  /// One line about a pattern or name that means no case.
  func complaint(about text: String) -> String {
    let hint = nearest(to: text).map { "did you mean `\($0)`?" } ?? "`bbb-conformance list` names them all"
    return "error: no case is called `\(text)`; \(hint)"
  }

  /// The slug, or the group, that is a few slips of the pen away; the first among equals.
  private func nearest(to text: String) -> String? {
    let groups = slugs.map(\.group).reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
    let candidates = (slugs.map(\.description) + groups).map { ($0, Self.distance(from: text, to: $0)) }
    let inside = slugs.first { !text.isEmpty && $0.name.contains(text) }?.description
    guard let best = candidates.min(by: { $0.1 < $1.1 }), best.1 <= max(2, text.count / 3) else {
      return inside
    }
    return best.0
  }

  /// How many letters must be put in, taken out or replaced (Levenshtein).
  private static func distance(from source: String, to target: String) -> Int {
    let target = Array(target.utf8)
    var row = Array(0...target.count)
    for (line, letter) in source.utf8.enumerated() {
      var diagonal = row[0]
      row[0] = line + 1
      for column in target.indices {
        let kept = diagonal + (letter == target[column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(kept, diagonal + 1, row[column] + 1)
      }
    }
    return row[target.count]
  }
}
