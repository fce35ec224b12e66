/// The stable name of a case: `group/name-of-case`.
///
/// A slug is never renamed, reused or derived from a position once it has been published: reports, lists of
/// known failures and other people's pipelines refer to it.
public struct Slug: Sendable, Hashable {
  /// The longest slug that is accepted, in characters.
  public static let longest = 100

  /// What comes before the slash, such as `meetings`.
  public let group: String
  /// What comes after the slash, such as `breakouts-counted-apart`.
  public let name: String

  /// Reads a slug: two parts with one slash between them, each of lowercase words and digits joined by single hyphens.
  public init(_ text: String) throws(SlugError) {
    guard text.utf8.count <= Slug.longest else { throw .tooLong(text) }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else { throw .notTwoParts(text) }
    for part in parts where !Slug.isHyphenated(part) { throw .badPart(part, of: text) }
    (group, name) = (parts[0], parts[1])
  }

  private static func isHyphenated(_ part: String) -> Bool {
    part.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { word in
      !word.isEmpty && word.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
    }
  }
}

extension Slug: CustomStringConvertible {
  /// The slug as written, `group/name-of-case`.
  public var description: String { "\(group)/\(name)" }
}

extension Slug: Comparable {
  /// Orders by group and then by name, so that the cases of a group stand together.
  public static func < (lhs: Slug, rhs: Slug) -> Bool {
    (lhs.group, lhs.name) < (rhs.group, rhs.name)
  }
}

extension Slug: ExpressibleByStringLiteral {
  /// Makes a slug from a literal in source code; a malformed one is a defect of that code and traps.
  public init(stringLiteral text: String) {
    do {
      try self.init(text)
    } catch {
      preconditionFailure(error.description)
    }
  }
}

/// Why a text is not a slug; every case carries the whole text.
public enum SlugError: Error, Equatable, CustomStringConvertible {
  /// There is not exactly one slash.
  case notTwoParts(String)
  /// A part is empty, or has something else than lowercase letters, digits and single hyphens between them.
  case badPart(String, of: String)
  /// The text has more than ``Slug/longest`` characters.
  case tooLong(String)

  /// One line that names the text and the rule it breaks.
  public var description: String {
    switch self {
    case .notTwoParts(let text): "'\(text)' is not a slug: write group/name-of-case, with one slash"
    case .badPart(let part, let text):
      "'\(text)' is not a slug: '\(part)' must be lowercase letters and digits joined by single hyphens"
    case .tooLong(let text): "'\(text)' is not a slug: it is longer than \(Slug.longest) characters"
    }
  }
}
