import ConformanceKit
import Scenarios
import TestSupport
import Testing

@testable import ExporterConformance

/// What worlds of chance are made of.
struct FuzzedWorldTests {
  private static func worlds(_ count: Int, seed: UInt64 = 5, level: Level = .recommended) -> [FuzzedWorld] {
    (1...count).map { FuzzedWorld(seed: seed, number: $0, level: level) }
  }

  @Test func `a world is the same on every machine`() throws {
    let text = try FuzzedWorld(seed: 42, number: 7).conformanceCase.yaml()
    try Fixtures.golden.expect(Array(text.utf8), is: "fuzz-world-7-of-42.yaml")
  }

  @Test func `worlds of a seed differ, and so do those of another seed or level`() throws {
    let worlds = Self.worlds(20) + Self.worlds(20, seed: 6) + Self.worlds(20, level: .required)
    let texts = try worlds.map { try $0.conformanceCase.scenario.yaml() }
    #expect(Set(texts).count == worlds.count)
  }

  @Test func `two hundred worlds of a seed hold everything that a world may hold`() {
    let contents = WorldContents(of: Self.worlds(200))
    #expect(contents.lacking == [])
    #expect(contents.profiles.keys.sorted() == ["2.4", "2.5", "2.6", "2.7", "3.0"])
    #expect(contents.instantsWithMeetings * 2 > contents.instants, "\(contents)")
    #expect(contents.instantsDown * 50 > contents.instants, "\(contents)")
    #expect(contents.instantsDown * 3 < contents.instants, "\(contents)")
    #expect(contents.mostPeople >= 1000)
  }

  @Test func `required worlds hold nothing of what 0 7 1 gets wrong`() {
    let contents = WorldContents(of: Self.worlds(200, level: .required))
    let beyond: [WorldFeature] = [
      .thousands, .otherClients, .groupedNumbers, .missingElements, .recordingsDown, .oddSecret,
    ]
    #expect(
      contents.lacking.sorted { $0.rawValue < $1.rawValue } == beyond.sorted { $0.rawValue < $1.rawValue })
    // Only the last instant of a day may find the API down.
    for world in Self.worlds(200, level: .required) {
      let ends = world.conformanceCase.steps.dropLast().flatMap { $0.faults ?? [] }
      #expect(ends.isEmpty && world.conformanceCase.scenario.faults.allSatisfy(\.leavesAnAnswer))
    }
  }

  @Test(arguments: [Level.required, .recommended])
  func `a world is read as itself when it has been written`(level: Level) throws {
    for one in Self.worlds(100, level: level).map(\.conformanceCase) {
      let read = try ConformanceCase(yaml: one.yaml(), slug: one.slug.description)
      let isSame = read.scenario == one.scenario && read.steps == one.steps && read.settings == one.settings
      #expect(isSame, "\(one.slug)")
    }
  }

  @Test func `a good exporter passes every world`() throws {
    for world in Self.worlds(60) {
      var exporter = try ReadingExporter(world.conformanceCase)
      let findings = try exporter.findings().map { "\($0.what): \($0.expected ?? ""), \($0.actual ?? "")" }
      #expect(findings == [], "world \(world.number)")
    }
  }

  @Test func `a shipped case is read as itself when it has been written`() throws {
    for one in try CaseLibrary.shipped().cases {
      let text = try one.yaml()
      let read = try ConformanceCase(yaml: text, slug: one.slug.description)
      #expect(
        read.scenario == one.scenario && read.settings == one.settings && read.disk == one.disk, "\(one.slug)"
      )
      #expect(read.steps == one.steps && read.contract == one.contract, "\(one.slug)")
      #expect(read.speaksTLS == one.speaksTLS && read.about == one.about && read.level == one.level)
    }
  }
}
