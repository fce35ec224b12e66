import ConformanceKit
import ExitCodes
import TestSupport
import Testing

struct ExitCodeTests {
  @Test(
    arguments: [
      ([], ExitCode.inconclusive),
      ([.passed], .done),
      ([.passed, .warned], .done),
      ([.passed, .skipped], .inconclusive),
      ([.passed, .blocked], .inconclusive),
      ([.passed, .setupFailed], .inconclusive),
      ([.passed, .harnessFailed], .toolDefect),
      ([.skipped, .harnessFailed], .toolDefect),
      ([.failed], .failed),
      ([.passed, .failed, .skipped], .failed),
      ([.failed, .harnessFailed, .setupFailed], .failed),
    ] as [([Verdict], ExitCode)])
  func `failed beats a broken harness, which beats inconclusive`(verdicts: [Verdict], expected: ExitCode) {
    #expect(ExitCode(for: .of(verdicts)) == expected)
  }

  @Test(
    arguments: [
      ([.passed], ExitCode.done), ([.warned], .failed), ([.warned, .skipped], .failed),
      ([.skipped], .inconclusive),
    ] as [([Verdict], ExitCode)])
  func `warnings fail a strict run`(verdicts: [Verdict], expected: ExitCode) {
    #expect(ExitCode(for: .of(verdicts, isStrict: true)) == expected)
  }

  @Test func `the numbers are those of the design`() {
    #expect(ExitCode.allCases.map(\.rawValue) == [0, 1, 2, 64, 65, 69, 70])
  }

  @Test func `the table for help is golden`() throws {
    try golden.expect(ExitCode.helpTable + "\n", is: "exit-codes.txt")
  }
}
