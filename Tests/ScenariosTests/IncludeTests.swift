import Foundation
import Scenarios
import Testing

@Suite struct IncludeTests {
  /// Writes files into a folder of their own and reads the first.
  private func read(_ files: KeyValuePairs<String, String>) throws -> Scenario {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }  // a folder left behind in /tmp does no harm
    for (name, text) in files {
      let file = folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    return try ScenarioSource.file(at: folder.appending(path: files[0].key).path).scenario()
  }

  private func problems(_ files: KeyValuePairs<String, String>) -> [String] {
    do {
      _ = try read(files)
      return []
    } catch let problems as ScenarioProblems {
      return problems.diagnostics.map { diagnostic in
        let name = diagnostic.file.split(separator: "/").last.map(String.init) ?? ""
        return "\(name):\(diagnostic.line):\(diagnostic.column) \(diagnostic.summary)"
      }
    } catch {
      return ["\(error)"]
    }
  }

  @Test func `what is included comes first, and the head of the file goes before the other's`() throws {
    let scenario = try read([
      "main.yaml": """
      scenario: main
      include: parts/people.yaml
      seed: 2
      meetings:
        - { id: own, name: Own, lasts: 5m, people: [{ count: 3, crowd: student }] }
      timeline:
        - { at: 1m, end: shared }
      """,
      "parts/people.yaml": """
      about: From the part.
      seed: 1
      include: [deeper.yaml]
      crowds: { student: { role: viewer, camera: 50% } }
      """,
      "parts/deeper.yaml": "meetings: [{ id: shared, name: Shared, lasts: 5m }]",
    ])
    #expect(scenario.name == "main" && scenario.seed == 2 && scenario.about == "From the part.")
    #expect(scenario.meetings.map(\.id) == ["shared", "own"])
    #expect(scenario.meetings[1].people[0].crowd.camera == 0.5)
  }

  @Test func `a shipped scenario may be included by name`() throws {
    let scenario = try Scenario.load(yaml: "scenario: mine\ninclude: two-rooms\n", file: "mine.yaml")
    #expect(try scenario.meetings == Scenario.shipped(named: "two-rooms").meetings)
  }

  @Test func `mistakes in another file are told with its name`() {
    let told = problems([
      "main.yaml":
        "scenario: main\ninclude: [one.yaml, one-more.yaml]\nmeetings: [{ id: a1, name: A1, lasts: 5m }]\n",
      "one.yaml": "meetings:\n  - { id: a1, name: A1, lasts: 5 }\nmetings: []\n",
      "one-more.yaml": "- list\n",
    ])
    #expect(
      told == [
        "main.yaml:3:18 meeting ID `a1` is taken", "one.yaml:2:32 `lasts` is not a duration",
        "one.yaml:3:1 unknown key `metings`", "one-more.yaml:1:1 the file is not a scenario",
      ])
  }

  @Test func `files that include each other are refused`() {
    let told = problems([
      "main.yaml": "scenario: main\ninclude: other.yaml\n", "other.yaml": "include: main.yaml\n",
    ])
    #expect(told == ["other.yaml:1:10 `main.yaml` includes itself"])
  }

  @Test func `a heap of files is refused before it is read`() {
    let many = Array(repeating: "b.yaml", count: 70).joined(separator: ", ")
    let told = problems(["a.yaml": "scenario: a\ninclude: [\(many)]\n", "b.yaml": "about: b\n"])
    #expect(told.count == 6 && told.allSatisfy { $0.hasSuffix("too many files") })
  }

  @Test(arguments: ["/etc/passwd", "../secret.yaml", "other.yaml"])
  func `a text from the wire reaches no file`(path: String) throws {
    for key in ["include: \(path)", "servers: [{ name: a1, scenario: \(path) }]"] {
      let problems = #expect(throws: ScenarioProblems.self) {
        try Scenario.load(yaml: "scenario: x\n\(key)\n", file: "posted.yaml")
      }
      #expect(problems?.description.contains("out of reach") == true)
    }
  }

  @Test func `a fleet is as many servers as it says, each with a seed and a secret of its own`() throws {
    let servers = try Scenario.shipped(named: "fleet-of-100").servers
    #expect(servers.count == 100 && Set(servers.map(\.name)).count == 100)
    #expect(Set(servers.map(\.seed)).count == 100 && Set(servers.map(\.secret)).count == 100)
    #expect(servers[2].name == "bbb-3" && servers[2].offset == .seconds(480))
    #expect(servers[2].scenario.name == "lecture-day" && servers[99].scenario.name == "two-rooms")
  }
}
