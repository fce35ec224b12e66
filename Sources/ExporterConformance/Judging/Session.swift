import BBBAPI
import ConformanceKit
import Determinism
import PrometheusText
import Scenarios
import SimulatorCore
import SimulatorServer

/// A script in progress: the clock, the faults, what was asked, and what was seen before.
struct Session {
  let stage: Stage
  private let transcript: Transcript
  let oracle: Oracle
  let scraper: Scraper
  private(set) var history: CallHistory
  private(set) var faults: [FaultRule]
  /// The pages so far, at most the latest two.
  var pages: [ParsedPage] = []
  /// The latest scrape, for one who has to see it.
  private var record: ScrapeRecord?
  /// How many steps have shown what they saw.
  private var exhibited = 0
  private let beginning: ContinuousClock.Instant
  private var now = Duration.zero

  /// What was measured on the way.
  var evidence = Evidence()

  /// Whether the exporter does not answer any more, so that nothing further can be seen.
  private(set) var isOver = false

  /// How long a scrape may take that no expectation puts a time to.
  static let scrapeLimit = Duration.seconds(10)
  /// How long an exporter may show a page without anything of its own after it has begun to listen.
  private static let warmUp = Duration.seconds(3)

  /// What a call may take longer than the scrape that it was made for: an exporter may have begun it a moment before.
  static let slack = Duration.milliseconds(50)
  /// What more than so many steps have seen, nobody reads.
  private static let mostExhibited = 3
  /// How long what an exporter prints may take to arrive.
  private static let printing = Duration.seconds(1)

  /// Begins a script for an exporter that was started at `beginning`.
  init(_ stage: Stage, _ transcript: Transcript, since beginning: ContinuousClock.Instant) {
    self.beginning = beginning
    self.stage = stage
    self.transcript = transcript
    history = CallHistory(of: stage.server.starts)
    oracle = Oracle(settings: ExporterSettings(stage.check.conformanceCase.settings))
    scraper = Scraper(port: stage.scrapedPort)
    faults = stage.check.conformanceCase.scenario.faults
  }

  /// Does what a step says and tells what was wrong.
  mutating func perform(_ step: Step, number: Int) async throws -> [Finding] {
    account(longest: beginning.duration(to: .now))
    try go(to: step)
    for change in step.changes { try make(change) }
    let findings = try await findings(step)
    return findings.map { finding in
      var finding = finding
      finding.moment = moment(number)
      return finding
    }
  }

  /// What the reader of the findings of the step just performed needs to see.
  ///
  /// The first steps that go wrong show it all; for mutants and figures nobody asks.
  mutating func exhibits(about findings: [Finding], number: Int) -> [Exhibit] {
    let check = stage.check
    guard let record, !findings.isEmpty, exhibited < Self.mostExhibited, check.defect == nil,
      check.level != .informative
    else { return [] }
    exhibited += 1
    return record.exhibits(about: findings, at: moment(number), on: stage.server, redactor: check.redactor)
  }

  private func moment(_ number: Int) -> String { "step \(number), at \(now.scenarioText)" }

  private mutating func findings(_ step: Step) async throws -> [Finding] {
    if let load = step.load {
      record = nil
      return try await bear(load, step.expectations.ofLoads)
    }
    guard let plan = step.scrape else { return [] }
    return await scrape(plan, step)
  }

  private mutating func go(to step: Step) throws {
    // A soak may have gone on for longer than its case knows.
    if let at = step.at, at > now {
      now = at
      try stage.server.jump(to: at)
    }
    // A first step's faults are in force since before the start; setting them again resets counts that have
    // begun.
    if let rules = step.faults { put(rules) }
  }

  /// Lets a while of the day go by.
  mutating func goOn(by length: Duration) throws {
    now += length
    try stage.server.jump(to: now)
  }

  /// Puts faults in force in place of those before.
  mutating func put(_ rules: [FaultRule]) {
    guard rules != faults else { return }
    stage.server.simulator.setFaults(rules + (stage.check.defect?.faults ?? []))
    faults = rules
  }

  mutating func account(longest: Duration) {
    history.account(
      for: stage.server.simulator.exchanges, world: stage.server.world, faults: faults, longest: longest)
  }

  /// Calls the API in somebody else's name.
  private mutating func make(_ change: WorldChange) throws {
    let query = SignedQuery.signed(
      call: change.call.rawValue, parameters: change.parameters, secret: stage.check.secret)
    let request = APIRequest(
      path: change.call.rawValue, query: RawQuery(query), serverURL: "http://127.0.0.1")
    let reply = stage.server.simulator.respond(to: request, at: stage.server.clock.now)
    guard !String(decoding: reply.body, as: UTF8.self).contains("<returncode>SUCCESS</returncode>") else {
      return
    }
    let key = stage.server.simulator.exchanges.last?.messageKey
    throw EarlyVerdict(
      .setupFailed("\(change.call.rawValue) was refused by the server: \(key ?? "no reason")"))
  }
}

extension Session {
  private mutating func scrape(_ plan: ScrapePlan, _ step: Step) async -> [Finding] {
    let expectations = step.expectations
    let before = stage.server.simulator.exchanges.last?.sequence ?? -1
    // What an exporter asks at its start may be on its way yet at the first scrape, and has taken longer than that.
    let start = pages.isEmpty ? beginning : .now
    do {
      async let shifted: Void = setWallClock(step.wallClock, onceAskedAfter: before)
      let answer = try await answer(to: plan, limit: limit(expectations))
      try await shifted
      account(longest: start.duration(to: .now) + Self.slack)
      await awaitPrinting(of: expectations)
      let calls = keep(plan, answer, after: before)
      return judge(answer, expectations, calls: calls)
    } catch {
      account(longest: beginning.duration(to: .now))
      isOver = true
      keep(plan, nil, after: before)
      return [
        Finding(
          "\(plan.path) was not answered",
          expected: "an answer within \((expectations.wantedTime ?? Self.scrapeLimit).scenarioText)",
          actual: Scraper.reason(error, limit: limit(expectations)))
      ]
    }
  }

  /// Holds the scrape for whoever has to see it, and tells the calls that it has made.
  @discardableResult
  private mutating func keep(_ plan: ScrapePlan, _ answer: ScrapeAnswer?, after sequence: Int) -> [Exchange] {
    let calls = stage.server.simulator.exchanges.filter { $0.sequence > sequence }
    record = ScrapeRecord(plan: plan, answer: answer, calls: calls, faults: faults)
    return calls
  }

  /// In the middle of a call that a fault holds up, as clocks are set in the middle of things.
  private func setWallClock(_ offset: Duration?, onceAskedAfter sequence: Int) async throws {
    guard let offset else { return }
    await Waiting.until(within: .seconds(5)) {
      stage.server.simulator.exchanges.last.map { $0.sequence > sequence } ?? false
    }
    try stage.wallClock?.shift(by: offset)
  }

  /// A line may be on its way yet when the page is there already.
  private func awaitPrinting(of expectations: [Expectation]) async {
    let printed = Printed(transcript: transcript, secret: stage.check.secret)
    for case .prints(let text, let lines) in expectations {
      await Waiting.until(within: Self.printing) { printed.lines(about: text) >= lines ?? 1 }
    }
  }

  /// An answer that is late by a little is judged as late; one that does not come at all ends the waiting.
  private func limit(_ expectations: [Expectation]) -> Duration {
    expectations.wantedTime.map { $0 + .seconds(3) } ?? Self.scrapeLimit
  }

  /// Asks as often as the plan says, and again while an exporter that has just begun to listen has nothing to
  /// show.
  private func answer(to plan: ScrapePlan, limit: Duration) async throws -> ScrapeAnswer {
    var answer = try await together(plan, limit: limit)
    guard pages.isEmpty, plan.path == "/metrics" else { return answer }
    try await Waiting.until(within: Self.warmUp) {
      guard answer.status == 200, !answer.mentionsContract else { return true }
      answer = try await together(plan, limit: limit)
      return false
    }
    return answer
  }

  private func together(_ plan: ScrapePlan, limit: Duration) async throws -> ScrapeAnswer {
    try await withThrowingTaskGroup(of: ScrapeAnswer.self) { group in
      for _ in 0..<plan.together {
        group.addTask { [scraper] in try await scraper.answer(to: plan, limit: limit) }
      }
      var last = try await group.next()
      while let next = try await group.next() { last = next }
      guard let last else { throw CancellationError() }
      return last
    }
  }

  private mutating func judge(_ answer: ScrapeAnswer, _ expectations: [Expectation], calls: [Exchange])
    -> [Finding]
  {
    let evidence = Oracle.Evidence(
      world: stage.server.world, history: history, earlierSums: pages.last?.latencySums ?? [:])
    let judgement = Judgement(
      answer: answer, before: pages, calls: calls,
      printed: Printed(transcript: transcript, secret: stage.check.secret), oracle: oracle,
      evidence: evidence, redactor: stage.check.redactor)
    if let page = judgement.page { pages = pages.suffix(1) + [page] }
    return judgement.findings(expectations)
  }
}

extension [Expectation] {
  /// The shortest time that any of them wants an answer in.
  fileprivate var wantedTime: Duration? {
    compactMap { if case .within(let time) = $0 { time } else { nil } }.min()
  }
}

extension ScrapeAnswer {
  /// Whether a sample of any family of the contract's kind stands on the page.
  fileprivate var mentionsContract: Bool {
    String(decoding: body, as: UTF8.self).split(separator: "\n").contains { $0.hasPrefix("bbb_") }
  }
}

extension ParsedPage {
  /// The sums of the latency histograms, by their labels.
  var latencySums: [[String: String]: Double] {
    Dictionary(
      index.samples(named: "bbb_api_latency_sum").map { sample in
        (sample.labelsByName, sample.value)
      }, uniquingKeysWith: { first, _ in first })
  }
}
