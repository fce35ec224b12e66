import ConformanceKit
import Testing

@testable import APIConformance

@Suite struct MutantTests {
  @Test(arguments: Mutant.all)
  func `a mutant is caught by the check that claims it`(_ mutant: Mutant) async throws {
    let report = try await Courtroom.open(mutant: mutant) { target in
      try await Courtroom.report(target, only: mutant.claimedBy.description)
    }
    let result = try #require(report.results.first)
    #expect(result.verdict == Verdict.failed.weighed(at: result.level), "\(result.findings)")
    #expect(!result.evidence.exhibits.isEmpty)
    #expect(result.findings.contains { $0.weight == .breach && $0.moment != nil })
  }

  @Test func `every check claims a mutant, and every claim is a check's`() {
    #expect(Set(Mutant.all.map(\.claimedBy)) == Set(APISuite.rules.map(\.slug)))
  }

  @Test(arguments: Mutant.create + Mutant.createRefusals + Mutant.lifecycle)
  func `meetings are ended whatever a mutant makes of them`(_ mutant: Mutant) async throws {
    // Two that do not end what they are asked to end: nothing can be done, and the report says so or cannot know.
    guard !["says it ends and does not", "lists what has ended"].contains(mutant.name) else { return }
    // Some mutants remember the IDs that they have seen, and the test above has its own.
    try await Courtroom.open(mutant: mutant, seed: 2) { target in
      _ = try await Courtroom.report(target, only: mutant.claimedBy.group)
      #expect(try await target.leftovers() == [])
    }
  }
}
