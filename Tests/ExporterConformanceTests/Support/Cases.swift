import ConformanceKit
import Scenarios

@testable import ExporterConformance

extension ConformanceCase {
  /// A case from its text.
  init(yaml: String, slug: String = "test/case") throws {
    try self.init(CaseLibrary.Source(slug: slug, file: "case.yaml", bytes: Array(yaml.utf8)))
  }

  /// A case over a shipped scenario with the given lines behind it.
  init(over scenario: String = "quiet-server", _ rest: String) throws {
    try self.init(
      yaml: """
        level: required
        about: A case of a test.
        contract: [§2 bbb_meetings]
        scenario: \(scenario)
        \(rest)
        """)
  }
}

extension ExporterCheck {
  /// Runs the case as a runner does, without its clock.
  func outcome() async throws -> CaseOutcome {
    do {
      return try await run(CaseContext())
    } catch let early as EarlyVerdict {
      return early.outcome
    }
  }
}
