import ConformanceKit
import Scenarios
import Testing

@testable import ExporterConformance

/// Failing worlds become small, and stay failing.
struct ShrinkerTests {
  /// Mutants that `fuzz` must find in a few worlds and bring down to one or two meetings.
  static let mutants: [Slug] = [
    "api/meeting-hidden", "api/participants-one-more", "api/grouped-count-cut",
    "api/unknown-client-dropped", "metrics/meetings-off-by-one",
    "metrics/max-is-sum",
    "metrics/room-participants-edge-5-less", "metrics/origin-as-written",
    "metrics/counter-falls",

  ]

  /// However busy the machine is, it is the number of tries that ends the shrinking.
  private static let time = Duration.seconds(3600)

  private static func findings(_ one: ConformanceCase, _ mutant: Mutant) -> [Finding] {
    // A case that cannot be played has failed at nothing.
    guard var exporter = try? ReadingExporter(one, mutant: mutant) else { return [] }
    return (try? exporter.findings()) ?? []
  }

  @Test(arguments: mutants)
  func `a mutant is found in a few worlds, and its world shrinks to one or two meetings`(slug: Slug)
    async throws
  {
    let mutant = try #require(Mutant.all.first { $0.slug == slug })
    let worlds = (1...60).lazy.map { FuzzedWorld(seed: 5, number: $0).conformanceCase }
    let failing = try #require(worlds.first { !Self.findings($0, mutant).isEmpty })
    let kind = try #require(FailureKind(Self.findings(failing, mutant)))
    var shrinker = Shrinker { Self.findings($0, mutant) }
    shrinker.time = Self.time
    let smallest = try #require(await shrinker.result(of: failing, failing: kind))
    let one = smallest.conformanceCase
    let text = try one.yaml()
    #expect(one.scenario.meetings.count <= 2, "\(text)")
    #expect(one.steps.count <= 2 && one.scenario.faults.count <= 1 && one.settings.count <= 1)
    let again = try ConformanceCase(yaml: text)
    #expect(kind.occurs(in: Self.findings(again, mutant)))
  }

  /// Fails where a crowd has seven people or more; says so with their number.
  private static func crowded(_ one: ConformanceCase) -> [Finding] {
    let largest = one.scenario.meetings.flatMap(\.people).map(\.count).max() ?? 0
    return largest < 7 ? [] : [Finding("a crowd of \(largest)", expected: "few", actual: "many")]
  }

  @Test(arguments: [1, 3, 8])
  func `what is left is what the failure needs, however many are tried at once`(jobs: Int) async throws {
    let world = try #require(
      (1...100).lazy.map { FuzzedWorld(seed: 9, number: $0).conformanceCase }.first {
        !Self.crowded($0).isEmpty
      })
    var shrinker = Shrinker { Self.crowded($0) }
    shrinker.time = Self.time
    shrinker.jobs = jobs
    let kind = try #require(FailureKind(Self.crowded(world)))
    let one = try #require(await shrinker.result(of: world, failing: kind)).conformanceCase
    #expect(one.scenario.meetings.flatMap(\.people).map(\.count) == [7])
    #expect(
      one.scenario.meetings.map(\.id) == ["m1"] && one.scenario.recordings.isEmpty && one.steps.count == 1)
    #expect(one.scenario.server == ServerPlan())
  }

  @Test func `another failure is not the same failure`() async throws {
    let world = try #require(
      (1...100).lazy.map { FuzzedWorld(seed: 9, number: $0).conformanceCase }.first {
        !Self.crowded($0).isEmpty
      })
    // Smaller worlds fail too, and with something else.
    var shrinker = Shrinker { Self.crowded($0) + [Finding("always", expected: "a", actual: "b")] }
    shrinker.time = Self.time
    let kind = try #require(FailureKind(Self.crowded(world)))
    let one = try #require(await shrinker.result(of: world, failing: kind)).conformanceCase
    #expect(!Self.crowded(one).isEmpty)
  }

  @Test func `a failure that does not come again is not shrunk`() async throws {
    let world = FuzzedWorld(seed: 9, number: 1).conformanceCase
    let kind = FailureKind(Finding("once", expected: "a", actual: "b"))
    #expect(await Shrinker { _ in [] }.result(of: world, failing: kind) == nil)
  }

  @Test func `the tries are bounded`() async throws {
    let world = try #require(
      (1...100).lazy.map { FuzzedWorld(seed: 9, number: $0).conformanceCase }.first {
        !Self.crowded($0).isEmpty
      })
    var shrinker = Shrinker { Self.crowded($0) }
    shrinker.time = Self.time
    shrinker.tries = 5
    shrinker.jobs = 1
    let kind = try #require(FailureKind(Self.crowded(world)))
    let result = try #require(await shrinker.result(of: world, failing: kind))
    #expect(result.tries <= 6)
  }

  @Test(arguments: [
    ("bbb_meetings is wrong", "bbb_meetings is wrong"),
    ("bbb_room_listeners_bucket{le=\"5\"} is wrong", "bbb_room_listeners_bucket{…} is wrong"),
    ("18 families are there that must not be", "# families are there that must not be"),
  ])
  func `the kind of a failure leaves out numbers and labels`(what: String, kind: String) {
    #expect(FailureKind(Finding(what, expected: "", actual: "")).description == kind)
  }
}
