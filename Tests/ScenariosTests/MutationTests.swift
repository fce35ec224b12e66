import Determinism
import Scenarios
import Testing

/// Broken copies of a good file: an author's editor, a bad disk, or somebody with bad intentions.
@Suite struct MutationTests {
  static let original = Array(ShippedScenarios.all.first { $0.name == "lecture-day" }?.yaml.utf8 ?? "".utf8)
  /// Bytes that mean something to YAML, more often than chance would bring them.
  static let spice = Array("\n\t :-{}[]&*!|>'\"%@`#,?\0\u{FF}0~<\\".utf8) + [0xff, 0xc3, 0xed]

  /// Replaces, removes, doubles or moves a few bytes.
  private func mutated(by stream: inout RandomStream) -> [UInt8] {
    var bytes = Self.original
    for _ in 0...stream.nextInteger(below: 4) {
      let place = stream.nextInteger(below: bytes.count)
      switch stream.nextInteger(below: 5) {
      case 0: bytes[place] = UInt8(truncatingIfNeeded: stream.nextBits())
      case 1: bytes[place] = Self.spice[stream.nextInteger(below: Self.spice.count)]
      case 2: bytes.insert(Self.spice[stream.nextInteger(below: Self.spice.count)], at: place)
      case 3: bytes.removeSubrange(place..<min(bytes.count, place + 1 + stream.nextInteger(below: 20)))
      default: bytes.insert(contentsOf: bytes[place...].prefix(stream.nextInteger(below: 60)), at: place)
      }
    }
    return bytes
  }

  @Test(arguments: 0..<20) func `a mutated file gives a scenario or diagnostics`(batch: Int) throws {
    try #require(Self.original.count > 1000)
    var (good, bad) = (0, 0)
    for index in 0..<100 {
      var stream = StreamKey(seed: 2026).child("mutation").child(batch).child(index).stream
      do throws(ScenarioProblems) {
        _ = try Scenario.load(bytes: mutated(by: &stream), file: "mutated.yaml")
        good += 1
      } catch {
        bad += 1
        #expect(!error.diagnostics.isEmpty)
        #expect(error.diagnostics.allSatisfy { $0.line >= 1 && $0.column >= 1 && !$0.fix.isEmpty })
        #expect(error.diagnostics.count == error.description.split(separator: "\n").count)
      }
    }
    #expect(good + bad == 100 && bad > 20, "\(good) good, \(bad) bad")
  }

  @Test(arguments: ["[", "{", "- ", "? ", "a: [", "{ a: "]) func `deep nesting is refused`(opening: String) {
    let yaml = "meetings: \n" + String(repeating: opening, count: 20_000)
    #expect(throws: ScenarioProblems.self) { try Scenario.load(yaml: yaml, file: "deep.yaml") }
  }

  @Test(arguments: [" ", "\n ", "\u{85}", " \u{2028}"])
  func `aliases of aliases are refused before they unfold`(
    gap: String
  ) throws {
    var yaml = "k0:\(gap)&k0 [ x, x ]\n"
    for level in 1..<64 {
      yaml += "k\(level):\(gap)&k\(level) [\(gap)*k\(level - 1),\(gap)*k\(level - 1) ]\n"
    }
    yaml += "? *k63\n: x\n"
    let problems = #expect(throws: ScenarioProblems.self) { try Scenario.load(yaml: yaml, file: "bomb.yaml") }
    #expect(problems?.description.contains("aliases unfold to too much") == true)
  }

  /// Quadratic work here took minutes for a file of thirty kilobytes.
  @Test(.timeLimit(.minutes(5))) func `fifty thousand unknown keys are answered with the first few hundred`()
  {
    let yaml = "scenario: x\n" + (0..<50_000).map { "k\($0): 1\n" }.joined()
    let problems = #expect(throws: ScenarioProblems.self) { try Scenario.load(yaml: yaml, file: "keys.yaml") }
    #expect(problems?.diagnostics.count == 500)
  }

  @Test func `a file beyond all measure is refused`() {
    let yaml = "about: " + String(repeating: "a", count: 17 << 20)
    #expect(throws: ScenarioProblems.self) { try Scenario.load(yaml: yaml, file: "large.yaml") }
  }
}
