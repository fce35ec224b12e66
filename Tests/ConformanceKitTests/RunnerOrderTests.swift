import ConformanceKit
import ExitCodes
import Synchronization
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct RunnerOrderTests {
  @Test(arguments: 1...20)
  func `any order of completion gives the same report`(seed: UInt64) async {
    let verdicts: [CaseOutcome] = [
      .passed, .skipped("no"), .judged(by: [Finding(.breach, "x")]), .blocked("y"),
    ]
    let order = shuffled(0..<8, seed: seed)
    let report = await completing(order) { verdicts[$0 % verdicts.count] }
    let expected = await completing(Array(0..<8)) { verdicts[$0 % verdicts.count] }
    #expect(report == expected, "seed \(seed), order \(order)")
    #expect(report.results.map(\.slug) == report.results.map(\.slug).sorted())
  }

  @Test(arguments: [(1, 5), (3, 20), (4, 2), (0, 3)])
  func `no more checks run at a time than the width, and as many as that`(width: Int, count: Int) async {
    let running = Mutex((now: 0, most: 0))
    let bound = max(1, min(width, count))
    let crowd = Gate()
    let checks: [any Check] = (0..<count).map { index in
      StubCheck(slug: Slug(stringLiteral: "group/case-\(index)")) { _ in
        let isCrowded = running.withLock { running in
          running.now += 1
          running.most = max(running.most, running.now)
          return running.now == bound
        }
        // All of the first ones wait until the width is filled: it must be, or the test does not end.
        if isCrowded { crowd.open() }
        await crowd.passed()
        running.withLock { $0.now -= 1 }
        return .passed
      }
    }
    let report = await Runner(width: width, clock: ManualClock()).run(checks, as: .plain)
    #expect(report.counts[.passed] == count)
    #expect(running.withLock { $0.most } == bound)
  }

  @Test(arguments: [1, 2, 4])
  func `a check that runs alone comes after the others and has no company`(width: Int) async {
    let running = Mutex([Slug]())
    let company = Mutex([Slug: [Slug]]())
    let checks: [any Check] = (0..<12).map { index in
      let slug = Slug(stringLiteral: "group/case-\(index)")
      return StubCheck(slug: slug, runsAlone: index % 3 == 0) { _ in
        let all = running.withLock { running in
          running.append(slug)
          return running
        }
        for _ in 0..<20 { await Task.yield() }
        company.withLock { $0[slug] = all + running.withLock(\.self) }
        running.withLock { $0.removeAll { $0 == slug } }
        return .passed
      }
    }
    var order: [Slug] = []
    let report = await Runner(width: width, clock: ManualClock()).run(checks, as: .plain) {
      if case .started(let slug, _) = $0 { order.append(slug) }
    }
    #expect(report.counts[.passed] == 12)
    let alone = checks.filter(\.runsAlone).map(\.slug)
    #expect(order.suffix(4) == alone[...])
    for slug in alone { #expect(Set(company.withLock { $0[slug] } ?? []) == [slug]) }
  }

  @Test func `progress tells every start and every end in order`() async {
    let checks: [any Check] = [StubCheck(slug: "b/b"), StubCheck(slug: "a/a", level: .informative)]
    var events: [ProgressEvent] = []
    let report = await Runner(width: 1, clock: ManualClock()).run(checks, as: .plain) { events.append($0) }
    #expect(
      events == [
        .started("b/b", of: 2), .finished(report.results[1], finished: 1, of: 2),
        .started("a/a", of: 2), .finished(report.results[0], finished: 2, of: 2),
      ])
  }

  @Test func `no checks make an empty report that proves nothing`() async {
    let report = await Runner(width: 2, clock: ManualClock()).run([], as: .plain)
    #expect(report.results.isEmpty)
    #expect(!report.wasInterrupted)
    #expect(ExitCode(for: report) == .inconclusive)
  }

  /// Runs as many checks at once as there are places in `order`, and lets them end one by one in that order.
  private func completing(_ order: [Int], _ outcome: @escaping @Sendable (Int) -> CaseOutcome) async
    -> RunReport
  {
    let doors = order.map { _ in Gate() }
    let checks: [any Check] = order.indices.map { index in
      StubCheck(slug: Slug(stringLiteral: "group-\(index % 3)/case-\(index)")) { context in
        await doors[index].passed()
        context.note("case \(index)")
        return outcome(index)
      }
    }
    var remaining = order[...]
    return await Runner(width: order.count, clock: ManualClock()).run(checks, as: .plain) { event in
      if case .started(let slug, _) = event, slug != checks.last?.slug { return }
      if let next = remaining.popFirst() { doors[next].open() }
    }
  }

  private func shuffled(_ range: Range<Int>, seed: UInt64) -> [Int] {
    var generator = SeededGenerator(seed: seed)
    return Array(range).shuffled(using: &generator)
  }
}
