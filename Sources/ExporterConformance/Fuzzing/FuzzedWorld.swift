public import ConformanceKit
import Determinism
import Scenarios

/// A world of chance with a day's script: the same for the same seed, number and level on every machine.
public struct FuzzedWorld: Sendable {
  /// What all its choices come from.
  public let seed: UInt64
  /// Which world of the seed, from 1.
  public let number: Int
  /// What it holds an exporter to: with ``Level/required`` nothing that 0.7.1 gets wrong.
  public let level: Level
  /// The case that judges an exporter by it.
  public let conformanceCase: ConformanceCase

  /// Draws a world.
  public init(seed: UInt64, number: Int, level: Level = .recommended) {
    (self.seed, self.number, self.level) = (seed, number, level)
    let draw = WorldDraw(seed: seed, number: number, level: level)
    let scenario = draw.scenario(named: "world-\(number)", about: "World \(number) of seed \(seed).")
    conformanceCase = ConformanceCase(
      slug: Self.slug(of: number), level: level, about: scenario.about,
      contract: Self.citations, settings: draw.settings(), scenario: scenario, scenarioName: nil,
      speaksTLS: false,
      disk: [], plan: .script(draw.script(of: scenario)))
  }

  /// What the case of a world is called.
  public static func slug(of number: Int) -> Slug { Slug(stringLiteral: "fuzz/world-\(number)") }

  /// What every world rests on; a finding names its own line.
  private static let citations = [Contract.citation("§2 bbb_meetings")].compactMap(\.self)
}

extension WorldDraw {
  /// The day without its script.
  func scenario(named name: String, about: String) -> Scenario {
    var random = stream("day")
    var scenario = Scenario(
      name: name, about: about, seed: random.nextBits(), starts: Scenario.usualStart, server: server())
    scenario.meetings = meetings()
    let crowd = Crowd(name: "passers-by", listening: 0.3, microphone: 0.3, camera: 0.2)
    scenario.arrivals = arrivals(of: crowd)
    scenario.crowds = scenario.arrivals.isEmpty ? [] : [crowd]
    scenario.recordings = stocks()
    scenario.timeline = timeline(among: scenario.meetings)
    scenario.faults = faults()
    return scenario
  }
}
