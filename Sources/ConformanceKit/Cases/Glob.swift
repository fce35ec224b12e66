/// A pattern over slugs, as `--only` takes it.
///
/// `*` stands for any run of characters, the slash included; `?` for exactly one; everything else for itself.
/// A pattern with neither wildcard nor slash names a group: `meetings` is `meetings/*`.
public struct Glob: Sendable, Hashable, CustomStringConvertible {
  /// The pattern as it was given.
  public let description: String
  private let pattern: [UInt8]

  /// Makes a pattern; any text is one, though it may match nothing.
  public init(_ text: String) {
    description = text
    let isGroup = !text.isEmpty && !text.contains { "*?/".contains($0) }
    pattern = Array((isGroup ? text + "/*" : text).utf8)
  }

  /// Whether the pattern can only match the one slug that it spells out.
  public var isExact: Bool { !pattern.contains { $0 == Glob.anyRun || $0 == Glob.anyOne } }

  /// Whether the whole slug fits the pattern.
  public func matches(_ slug: Slug) -> Bool {
    matches(Array(slug.description.utf8))
  }

  private static let anyRun = UInt8(ascii: "*")
  private static let anyOne = UInt8(ascii: "?")

  /// Walks both texts once and, at a mismatch, lets the latest `*` swallow one character more.
  private func matches(_ text: [UInt8]) -> Bool {
    var (here, at) = (0, 0)
    var retry: (here: Int, at: Int)?
    while at < text.count {
      if here < pattern.count, pattern[here] == Glob.anyRun {
        retry = (here, at)
        here += 1
      } else if here < pattern.count, pattern[here] == Glob.anyOne || pattern[here] == text[at] {
        (here, at) = (here + 1, at + 1)
      } else if let last = retry {
        retry = (last.here, last.at + 1)
        (here, at) = (last.here + 1, last.at + 1)
      } else {
        return false
      }
    }
    return pattern[here...].allSatisfy { $0 == Glob.anyRun }
  }
}
