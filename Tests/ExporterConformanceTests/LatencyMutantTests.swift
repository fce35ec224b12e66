import ConformanceKit
import Foundation
import Testing

@testable import ExporterConformance

/// Exporters whose latencies are wrong in ways that counting calls does not show.
struct LatencyMutantTests {
  private func outcome(_ mutant: String, _ conformanceCase: ConformanceCase) async throws -> CaseOutcome {
    let line = Fixtures.python("fake_exporter.py") + (mutant.isEmpty ? "" : " --latency=\(mutant)")
    return try await ExporterCheck(conformanceCase, exporter: ExporterCommand(line)).outcome()
  }

  private func shipped(_ slug: String) throws -> ConformanceCase {
    try #require(try CaseLibrary.shipped().cases.first { $0.slug.description == slug })
  }

  @Test(arguments: ["", "earlier-bucket", "milliseconds", "late-sum", "swapped-states"])
  func `a histogram that is wrong in its buckets, its unit, its sum or its labels is found`(mutant: String)
    async throws
  {
    let outcome = try await outcome(mutant, shipped("latency/each-in-its-series"))
    #expect(outcome.verdict == (mutant.isEmpty ? .passed : .failed), "\(outcome.findings.map(\.what))")
  }

  /// The bucket that such a call belongs into is two seconds wide, so that a busy machine makes no difference.
  @Test(arguments: [("", Verdict.passed), ("later-bucket", .failed)])
  func `a call that shows only above its own bucket is found`(mutant: String, verdict: Verdict) async throws {
    let conformanceCase = try ConformanceCase(
      """
      script:
        - { at: 1m, scrape: true }
        - { at: 2m, faults: [{ on: getMeetings, latency: 2600ms }], expect: oracle }
      """)
    let outcome = try await outcome(mutant, conformanceCase)
    #expect(outcome.verdict == verdict, "\(outcome.findings.map(\.what))")
  }

  @Test(arguments: [("", Verdict.passed), ("wall-clock", .failed)])
  func `a latency by the wall clock is found when that is set`(mutant: String, verdict: Verdict) async throws
  {
    let conformanceCase = try ConformanceCase(
      """
      script:
        - { at: 1m, scrape: true }
        - at: 2m
          faults: [{ on: getMeetings, latency: 260ms }]
          wall clock: -1h
          expect: oracle
      """)
    let outcome = try await outcome(mutant, conformanceCase)
    // Without libfaketime nobody's clock can be set, and the case says so.
    let isInstalled = try CaseFolder.temporarily { try WallClock(in: $0) != nil }
    #expect(outcome.verdict == (isInstalled ? verdict : .blocked), "\(outcome.findings.map(\.what))")
  }

  @Test func `a program whose clock is set sleeps until an instant as ever`() async throws {
    let folder = try CaseFolder()
    defer { folder.remove() }
    guard let clock = try WallClock(in: folder.path) else { return }
    let environment = clock.environment.merging(["PATH": "/usr/local/bin:/usr/bin:/bin"]) { own, _ in own }
    // From 3.11 on time.sleep is a sleep until an instant of the monotonic clock.
    let process = ExporterProcess(
      program: "python3", arguments: ["-c", "import time; time.sleep(0.001)"], environment: environment)
    let end = try await process.whileRunning { process in
      await Waiting.until(within: .seconds(10)) { process.hasEnded }
    }.end
    #expect(end == .exited(0))
  }

  @Test func `an exporter that does not load libfaketime is not judged by its clock`() async throws {
    let conformanceCase = try ConformanceCase("script: [{ at: 1m, wall clock: -1h }]")
    let line = "env -u LD_PRELOAD " + Fixtures.python("fake_exporter.py")
    let outcome = try await ExporterCheck(conformanceCase, exporter: ExporterCommand(line)).outcome()
    #expect(outcome.verdict == .blocked)
  }
}

extension CaseFolder {
  fileprivate static func temporarily<Result>(_ body: (String) throws -> Result) throws -> Result {
    let folder = try CaseFolder()
    defer { folder.remove() }
    return try body(folder.path)
  }
}
