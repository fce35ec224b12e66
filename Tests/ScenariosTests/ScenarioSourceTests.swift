import Foundation
import Scenarios
import TestSupport
import Testing

@Suite struct ScenarioSourceTests {
  @Test func `a name finds the shipped scenario`() throws {
    let source = try ScenarioSource.resolve("two-rooms")
    #expect(source.file == "two-rooms.yaml")
    #expect(try source.scenario() == Scenario.shipped(named: "two-rooms"))
  }

  @Test func `a path finds the file`() throws {
    let path = Fixtures.good.url.appending(path: "every-form.yaml").path
    let source = try ScenarioSource.resolve(path)
    #expect(source.file == path)
    #expect(try source.scenario().name == "every-form")
  }

  private static let shipped =
    "`breakout-storm`, `campus-week`, `flaky-network`, `fleet-of-100`, `hostile-names`, `lecture-day`, `quiet-server`, "
    + "`recording-backlog`, `ten-thousand-rooms`, `two-rooms`"

  static let failures: [(String, ScenarioSourceError, String)] = [
    (
      "lecture-dya", .unknownName("lecture-dya"),
      "error: unknown scenario `lecture-dya` (shipped are \(shipped), and no file has "
        + "this name). Fix: did you mean `lecture-day`?"
    ),
    (
      "birthday", .unknownName("birthday"),
      "error: unknown scenario `birthday` (shipped are \(shipped), and no file has "
        + "this name). Fix: use one of them, or the path of a file"
    ),
    (
      "lecture-day.yaml", .missingFile("lecture-day.yaml"),
      "error: there is no file `lecture-day.yaml` (looked from the working directory). Fix: check the path"
    ),
    ("/", .directory("/"), "error: `/` is a directory (a scenario is one file). Fix: name a file in it"),
  ]

  @Test(arguments: failures) func `what cannot be found is said in a line`(
    name: String, error: ScenarioSourceError, line: String
  ) {
    #expect(throws: error) { try ScenarioSource.resolve(name) }
    #expect(error.description == line)
  }
}
