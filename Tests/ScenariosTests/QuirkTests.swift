import BBBAPI
import Scenarios
import Testing

@Suite struct QuirkTests {
  private static func plan(_ server: String) throws(ScenarioProblems) -> ServerPlan {
    try Scenario.load(yaml: "scenario: s\nserver: \(server)\n", file: "s.yaml").server
  }

  /// What is thrown, in words; empty when nothing is.
  private static func complaint(_ body: () throws -> Any) -> String {
    do { _ = try body() } catch { return "\(error)" }
    return ""
  }

  @Test func `quirks change the profile that they stand beside`() throws {
    let plan = try Self.plan(
      "{ profile: \"2.7\", quirks: { numbers: de, checksumAlgorithms: [sha1, sha256] } }")
    let profile = try #require(plan.profileInForce())
    #expect(profile.getMeetingsNumbers.counts == .grouped(separator: "."))
    #expect(profile.getMeetingInfoNumbers.maxUsers == .grouped(separator: "."))
    #expect(profile.allowedAlgorithms == [.sha1, .sha256] && profile.name == "2.7")
    #expect(plan.profileInForce(named: "3.0")?.hasGuestWaitPage == false)
    #expect(plan.profileInForce(named: "9") == nil)
  }

  @Test(arguments: [
    (
      "{ quirks: { numers: de } }",
      "s.yaml:2:29: error: `numers` is no switch of a profile (`bbb-sim profiles` lists the switches and their"
        + " values). Fix: did you mean `numbers`?"
    ),
    (
      "{ quirks: { numbers: ge } }",
      "s.yaml:2:30: error: `numbers` does not take `ge` (`bbb-sim profiles` lists the switches and their values)."
        + " Fix: did you mean `de`?"
    ),
    (
      "{ quirks: { endPassword: yes } }",
      "s.yaml:2:34: error: `endPassword` does not take `yes` (`bbb-sim profiles` lists the switches and their"
        + " values). Fix: use one of `true`, `false`"
    ),
  ])
  func `a quirk that is none is one clear diagnostic`(server: String, line: String) {
    #expect(Self.complaint { try Self.plan(server) } == line)
  }

  @Test(arguments: [
    ("numbers", "'numbers' is not a quirk. Fix: write NAME=VALUE, as in numbers=de"),
    ("numers=de", "there is no switch 'numers'. Fix: did you mean `numbers`?"),
    ("qqqqqqqq=de", "there is no switch 'qqqqqqqq'. Fix: see all of them with `bbb-sim profiles`"),
    ("emptyCustomdata=gone", "'emptyCustomdata' does not take 'gone'. Fix: use one of `present`, `absent`"),
  ])
  func `an argument that is no quirk says why`(argument: String, line: String) {
    #expect(Self.complaint { try Quirk(argument: argument) } == line)
  }
}
