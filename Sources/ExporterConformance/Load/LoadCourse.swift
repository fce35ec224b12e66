import BBBAPI
import ConformanceKit
import SimulatorCore

/// What became of a load, round by round.
struct LoadCourse: Sendable {
  /// A scrape whose client stayed.
  struct Scrape: Sendable, Equatable {
    /// How long the answer took; nil when there was none.
    var duration: Duration?
    /// Whether it came with status 200 and in time.
    var isAnswered = false
    /// Whether the oracle has nothing to say against the page.
    var isRight = false
    /// Whether `bbb_api_up` says what became of the getMeetings before.
    var isUpRight = false
  }

  /// A call of the API, getRecordings for each state apart.
  struct CallKind: Sendable, Hashable {
    var call: APICall?
    var state: String?
  }

  /// The scrapes that were made at the same time.
  struct Round: Sendable {
    /// Those whose clients stayed.
    var scrapes: [Scrape]
    /// How often the API was called meanwhile.
    var calls: [CallKind: Int]
    /// How many scrapes there were up to the end of the round, with those whose clients left.
    var number: Int
    /// What the exporter took afterwards, where somebody looked.
    var usage: ProcessUsage?
  }

  let plan: LoadPlan
  /// How long the API takes for each call, by the faults in force; nil when nothing holds it up.
  var latency: Duration?
  var rounds: [Round] = []
  /// What the exporter took before the load, and when all was over.
  var usage: (before: ProcessUsage?, after: ProcessUsage?)
  /// The most connections to the API at once; nil when nobody watched.
  var openCalls: Int?
  /// What was wrong with the first page that was.
  var firstWrong: (scrape: Int, finding: Finding)?

  init(_ plan: LoadPlan) {
    self.plan = plan
  }

  var scrapes: [Scrape] { rounds.flatMap(\.scrapes) }
}

extension LoadCourse {
  /// What a measure came to; nil where it cannot be measured.
  func value(of measure: LoadMeasure) -> Double? {
    switch measure {
    case .answered: share(\.isAnswered)
    case .right: share(\.isRight)
    case .upRight: share(\.isUpRight)
    case .amplification: rounds.compactMap { $0.calls.values.max() }.max().map(Double.init) ?? 0
    case .serialFactor: serialFactor
    case .recovery: Double((scrapes.lastIndex { !$0.isRight } ?? -1) + 2)
    case .memoryGrowth: memoryGrowth
    case .peakMemory: usage.after.map { Double($0.peakMemory) / 1_000_000 }
    case .descriptorGrowth: descriptorGrowth.map(Double.init)
    case .openCalls: openCalls.map(Double.init)
    }
  }

  /// In percent of the scrapes that were planned; who gave up waiting has got none of the rest.
  private func share(_ holds: KeyPath<Scrape, Bool>) -> Double {
    Double(scrapes.count { $0[keyPath: holds] }) / Double(max(1, plan.stayingScrapes)) * 100
  }

  /// Without a single answer the factor is that of the waiting.
  private var serialFactor: Double? {
    guard let latency, let median = scrapes.compactMap(\.duration?.seconds).median else { return nil }
    return median / latency.seconds
  }

  /// The first quarter is for warming up.
  private var memoryGrowth: Double? {
    let memory = rounds.compactMap { $0.usage.map { Double($0.memory) } }
    let quarter = memory.count / 4
    guard quarter > 0, let early = memory[quarter..<(2 * quarter)].median,
      let late = memory.suffix(quarter).median, early > 0
    else { return nil }
    return late / early
  }

  /// Never below 0: what was closed meanwhile is no news.
  var descriptorGrowth: Int? {
    guard let before = usage.before, let after = usage.after else { return nil }
    return max(0, after.descriptors - before.descriptors)
  }
}

extension Collection<Double> {
  /// The middle one in order, of an even number the upper of two; nil when there is none.
  var median: Double? {
    let sorted = sorted()
    return sorted.isEmpty ? nil : sorted[sorted.count / 2]
  }
}
