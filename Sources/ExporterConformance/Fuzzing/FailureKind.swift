public import ConformanceKit

/// What a failing world is about: the first finding without the numbers and labels that change from world to world.
///
/// A smaller world counts as the same failure only when it has a finding of the same kind.
public struct FailureKind: Sendable, Hashable, CustomStringConvertible {
  /// Such as `bbb_meetings is wrong`, or `bbb_room_participants_bucket{…} is missing`.
  public let description: String

  /// The kind of one finding.
  init(_ finding: Finding) {
    var text = ""
    var isInLabels = false
    for character in finding.what {
      if character == "{", !isInLabels { text += "{…" }
      if character == "{" { isInLabels = true }
      if character == "}" { isInLabels = false }
      guard !isInLabels else { continue }
      // Runs of digits are one place.
      let isNumber = character.isASCII && character.isNumber
      if !isNumber { text.append(character) } else if text.last != "#" { text.append("#") }
    }
    description = text
  }

  /// The kind of a failure, by its first breach; nil where nothing has been proven.
  public init?(_ findings: [Finding]) {
    guard let first = findings.first(where: { $0.weight == .breach }) else { return nil }
    self.init(first)
  }

  /// Whether any of these findings is of the kind.
  func occurs(in findings: [Finding]) -> Bool {
    findings.contains { $0.weight == .breach && FailureKind($0) == self }
  }
}
