/// Cases that are known to fail, so that a run can be green while somebody mends the subject.
///
/// A list is a text file: a slug a line, anything behind `#` is a comment, which should say why. A listed case that
/// fails is a *known failure*; one that passes fails the run, or the list would rot. All other verdicts stay: whether the
/// failure is still there is not known then.
public struct KnownFailures: Sendable, Equatable {
  /// The listed cases.
  public let slugs: Set<Slug>

  /// Expects these cases to fail.
  public init(_ slugs: Set<Slug> = []) {
    self.slugs = slugs
  }

  /// Reads a list.
  ///
  /// - Throws: every line that is no slug, and every slug that stands twice.
  public init(parsing text: String) throws(KnownFailuresError) {
    var slugs: Set<Slug> = []
    var mistakes: [KnownFailuresError.Mistake] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let entry = Self.entry(in: line)
      guard !entry.isEmpty else { continue }
      do throws(SlugError) {
        let slug = try Slug(entry)
        if !slugs.insert(slug).inserted {
          mistakes.append(.init(line: index + 1, reason: "`\(slug)` stands twice"))
        }
      } catch {
        mistakes.append(.init(line: index + 1, reason: "\(error)"))
      }
    }
    guard mistakes.isEmpty else { throw KnownFailuresError(mistakes: mistakes) }
    self.slugs = slugs
  }

  /// What stands before a comment, without blanks around it.
  private static func entry(in line: Substring) -> String {
    line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The result in the light of the list.
  func weighing(_ result: CaseResult) -> CaseResult {
    guard slugs.contains(result.slug) else { return result }
    var result = result
    switch result.verdict {
    case .failed: result.verdict = .knownFailure
    case .passed, .warned:
      result.verdict = .failed
      result.findings.append(.listedAndPassing)
    default: break
    }
    return result
  }
}

extension Finding {
  fileprivate static var listedAndPassing: Finding {
    var finding = Finding(.breach, "the case is listed as a known failure, and it passes")
    finding.hint = "take it off the list, so that it is noticed when it fails again"
    return finding
  }
}

/// What is wrong with a list of known failures.
public struct KnownFailuresError: Error, Sendable, Equatable {
  /// One line that cannot be used.
  public struct Mistake: Sendable, Equatable {
    /// The line's number; 1 or more.
    public let line: Int
    /// What is wrong with it.
    public let reason: String
  }

  /// All of them, in the order of the lines.
  public let mistakes: [Mistake]
}
