import Determinism
import Foundation
import Testing

/// Seeded nonsense for every parser that faces the world: a short, fixed slice with the other tests, and as much as
/// `FUZZ_SECONDS` allows from `FUZZ_SEED` on when they are set, as `make fuzz` sets them.
@Suite struct FuzzTests {
  private static let usualExecutions = 200

  @Test(arguments: FuzzTarget.all) func `nonsense gets an answer`(target: FuzzTarget) throws {
    let environment = ProcessInfo.processInfo.environment
    let seed = environment["FUZZ_SEED"].flatMap(UInt64.init) ?? 2026
    let mutator = Mutator(corpus: target.corpus, words: target.words)
    let run = { (number: Int) in
      var random = StreamKey(seed: seed).child(target.name).child(number).stream
      try target.check(mutator.nonsense(&random), &random)
    }
    guard let seconds = environment["FUZZ_SECONDS"].flatMap(Double.init) else {
      for number in 0..<Self.usualExecutions { try run(number) }
      return
    }
    try Self.runLong(target, seed, .seconds(seconds / Double(FuzzTarget.all.count)), run)
  }

  /// Leaves the number of the latest execution in a file: after a trap, nobody else can tell.
  private static func runLong(
    _ target: FuzzTarget, _ seed: UInt64, _ time: Duration, _ run: (Int) throws -> Void
  ) throws {
    let trace = FileManager.default.temporaryDirectory.appending(path: "fuzz-\(target.name)-\(seed)")
    let clock = ContinuousClock()
    let end = clock.now.advanced(by: time)
    var number = 0
    while clock.now < end {
      try Data("\(number)\n".utf8).write(to: trace)
      try run(number)
      number += 1
    }
    try FileManager.default.removeItem(at: trace)
    print("fuzz: \(target.name): \(number) executions from seed \(seed)")
  }
}
