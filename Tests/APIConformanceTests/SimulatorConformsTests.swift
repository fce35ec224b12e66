import BBBAPI
import ConformanceKit
import Testing

@testable import APIConformance

@Suite struct SimulatorConformsTests {
  @Test(arguments: Profile.all.map(\.name))
  func `the simulator passes every check and keeps no meeting of the judge`(_ name: String) async throws {
    let profile = try #require(Profile.named(name))
    try await Courtroom.open(profile: profile) { target in
      let report = try await Courtroom.report(target)
      for result in report.results {
        #expect(result.verdict == .passed, "\(result.slug): \(result.findings)")
        #expect(result.notes == [], "\(result.slug)")
      }
      #expect(report.results.count == APISuite.rules.count { $0.concerns(profile) })

      #expect(try await target.leftovers() == [])
    }
  }

  @Test func `a run can be repeated with the same seed`() async throws {
    try await Courtroom.open(seed: 7) { target in
      for _ in 1...2 {
        let report = try await Courtroom.report(target)
        #expect(report.counts[.passed] == report.counts.total)
      }
    }
  }
}
