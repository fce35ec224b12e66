/// Two texts line by line: what both have, what is missing from the second, and what only it has.
struct LineDiff: Equatable {
  enum Line: Equatable {
    case same(String)
    case missing(String)
    case surplus(String)
    /// So many lines that both have, away from any difference.
    case gap(Int)
  }

  /// The lines, a missing one before the surplus one that stands in its place.
  let lines: [Line]

  /// How many lines of what both have are shown around a difference.
  private static let context = 2
  /// How many lines of a text are compared; the rest is not looked at.
  private static let mostLines = 2_000

  init(from expected: [String], to actual: [String]) {
    let expected = Array(expected.prefix(LineDiff.mostLines))
    let actual = Array(actual.prefix(LineDiff.mostLines))
    var (missing, surplus): (Set<Int>, Set<Int>) = ([], [])
    for change in actual.difference(from: expected) {
      switch change {
      case .remove(let offset, _, _): missing.insert(offset)
      case .insert(let offset, _, _): surplus.insert(offset)
      }
    }
    lines = LineDiff.folded(LineDiff.woven(expected, missing, actual, surplus))
  }

  private static func woven(
    _ expected: [String], _ missing: Set<Int>, _ actual: [String], _ surplus: Set<Int>
  ) -> [Line] {
    var (lines, old, new): ([Line], Int, Int) = ([], 0, 0)
    while old < expected.count || new < actual.count {
      if old < expected.count, missing.contains(old) {
        lines.append(.missing(expected[old]))
        old += 1
      } else if new < actual.count, surplus.contains(new) {
        lines.append(.surplus(actual[new]))
        new += 1
      } else {
        lines.append(.same(actual[new]))
        (old, new) = (old + 1, new + 1)
      }
    }
    return lines
  }

  /// Runs of lines that both have, but for those beside a difference, become gaps.
  private static func folded(_ lines: [Line]) -> [Line] {
    let changed = lines.indices.filter { !lines[$0].isSame }
    let shown = Set(changed.flatMap { ($0 - context)...($0 + context) })
    return lines.indices.reduce(into: []) { folded, index in
      if shown.contains(index) {
        folded.append(lines[index])
      } else if case .gap(let count) = folded.last {
        folded[folded.count - 1] = .gap(count + 1)
      } else {
        folded.append(.gap(1))
      }
    }
  }
}

extension LineDiff.Line {
  fileprivate var isSame: Bool { if case .same = self { true } else { false } }
}

/// Two lines of which one should have been the other, and the part in which they differ.
struct LineChange: Equatable {
  /// What both begin with, and what both end with.
  let head, tail: String
  /// What stands between, in the one that is missing and in the one that was seen.
  let missing, surplus: String

  /// Nil when the lines have so little in common that marking the rest would say nothing.
  init?(from missing: String, to surplus: String) {
    let (old, new) = (Words(missing), Words(surplus))
    let head = zip(old.words, new.words).prefix { $0 == $1 }.count
    let rest = min(old.words.count, new.words.count) - head
    let tail = zip(old.words.reversed(), new.words.reversed()).prefix(rest).prefix { $0 == $1 }.count
    self.head = old.words.prefix(head).joined()
    self.tail = old.words.suffix(tail).joined()
    self.missing = old.words[head..<(old.words.count - tail)].joined()
    self.surplus = new.words[head..<(new.words.count - tail)].joined()
    guard 2 * (self.head.count + self.tail.count) >= max(missing.count, surplus.count) else { return nil }
  }

  /// A line as words and what stands between them, so that a number or a name is marked whole.
  private struct Words {
    let words: [Substring]

    init(_ line: String) {
      var words: [Substring] = []
      var start = line.startIndex
      for index in line.indices.dropFirst() where !line[line.index(before: index)].joins(line[index]) {
        words.append(line[start..<index])
        start = index
      }
      self.words = words + (line.isEmpty ? [] : [line[start...]])
    }
  }
}

extension Character {
  fileprivate func joins(_ next: Character) -> Bool { isOfWord && next.isOfWord }

  private var isOfWord: Bool { isLetter || isNumber || self == "." || self == "_" }
}
