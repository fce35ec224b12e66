import Foundation
import Scenarios
import TestSupport
import Testing

@Suite struct DiagnosticGoldenTests {
  @Test(arguments: Fixtures.bad.names(endingIn: ".yaml")) func `a bad file is answered with all its mistakes`(
    name: String
  ) throws {
    let bytes = try Fixtures.bad.bytes(name)
    let problems = #expect(throws: ScenarioProblems.self) { try Scenario.load(bytes: bytes, file: name) }
    let text = try #require(problems).description + "\n"
    let golden = name.replacing(".yaml", with: ".expected")
    try Fixtures.bad.expect(text, is: golden)
  }

  @Test func `there are bad files, and no golden file without one`() throws {
    let names = Fixtures.bad.names(endingIn: ".yaml")
    #expect(names.count >= 25)
    let golden = try FileManager.default.contentsOfDirectory(atPath: Fixtures.bad.url.path)
      .filter { $0.hasSuffix(".expected") }.map { $0.replacing(".expected", with: ".yaml") }
    #expect(Set(golden).subtracting(names).isEmpty)
  }

  @Test(arguments: Fixtures.good.names(endingIn: ".yaml")) func `a good file has none`(name: String) throws {
    let bytes = try Fixtures.good.bytes(name)
    let scenario = try Scenario.load(bytes: bytes, file: name)
    #expect(scenario.name == name.replacing(".yaml", with: ""))
  }

  @Test func `no message repeats a secret`() throws {
    let yaml = "scenario: x\nserver: { profile: 9.9, secret: [ hunter2 ] }\n"
    let problems = try #require(throws: ScenarioProblems.self) { try Scenario.load(yaml: yaml, file: "f") }
    #expect(problems.diagnostics.count == 2)
    #expect(!problems.description.contains("hunter2"))
  }
}
