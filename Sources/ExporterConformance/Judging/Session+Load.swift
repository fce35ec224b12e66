import BBBAPI
import ConformanceKit
import Determinism
import Scenarios
import SimulatorCore
import SimulatorServer

/// Many scrapes in one step.
extension Session {
  /// Rounds without a single answer, one after another, after which nobody asks any more.
  private static let patience = 3
  /// How often at most the exporter's processes are looked at.
  private static let looks = 100
  /// How long an exporter may take to close what nobody uses any more.
  private static let tidying = Duration.seconds(5)
  /// How long an answer to a scrape without a timeout is waited for: other cases may have the machine for a while.
  private static let answering = Duration.seconds(45)
  /// How long an answer is waited for when it is late already.
  private static let lateness = Duration.seconds(1)

  /// Goes through a load and tells what was wrong; what it has measured is kept as evidence.
  mutating func bear(_ plan: LoadPlan, _ expectations: [LoadExpectation]) async throws -> [Finding] {
    let plan = stage.check.prolonged(plan)
    var course = LoadCourse(plan)
    course.latency = faults.latency
    course.usage.before = stage.processes.usage
    let watch = OpenCalls(port: stage.apiPort)
    async let openCalls = expectations.watchCalls ? watch.most() : nil
    defer { watch.stop() }
    try await goThrough(&course, judging: expectations.judgePages)
    watch.stop()
    course.openCalls = await openCalls
    await settle(course.plan)
    course.usage.after = await tidied(&course, expectations)
    evidence += Evidence(figures: course.figures(expectations), plots: course.plots)
    return course.findings(expectations)
  }

  private mutating func goThrough(_ course: inout LoadCourse, judging: Bool) async throws {
    let plan = course.plan
    let steady = faults
    var unanswered = 0
    for first in stride(from: 0, to: plan.scrapes, by: plan.together) where unanswered < Self.patience {
      let number = first / plan.together
      if number > 0, plan.step > .zero { try goOn(by: plan.step) }
      if !plan.flaps.isEmpty { put(number.isMultiple(of: 2) ? steady : plan.flaps) }
      let scrapes = first..<min(first + plan.together, plan.scrapes)
      var round = await round(scrapes, of: &course, judging: judging)
      if number.isMultiple(of: max(1, plan.scrapes / plan.together / Self.looks)) {
        round.usage = stage.processes.usage
      }
      let isSilent = !round.scrapes.isEmpty && round.scrapes.allSatisfy { $0.duration == nil }
      unanswered = isSilent ? unanswered + 1 : 0
      course.rounds.append(round)
    }
    put(steady)
  }

  private mutating func round(_ scrapes: Range<Int>, of course: inout LoadCourse, judging: Bool) async
    -> LoadCourse.Round
  {
    let plan = course.plan
    let before = stage.server.simulator.requestCount
    let start = ContinuousClock.now
    let answers = await answers(to: scrapes, of: plan)
    account(longest: plan.keepsCallsApart ? start.duration(to: .now) + Self.slack : .seconds(86_400))
    let calls = stage.server.simulator.exchanges.filter { $0.sequence >= before }
    var round = LoadCourse.Round(
      scrapes: [], calls: Dictionary(calls.map { ($0.kind, 1) }, uniquingKeysWith: +),
      number: scrapes.upperBound)
    var judge = LoadPageJudge(
      oracle: oracle,
      evidence: Oracle.Evidence(
        world: stage.server.world, history: history, earlierSums: pages.last?.latencySums ?? [:],
        knowsLatencies: plan.keepsCallsApart),
      redactor: stage.check.redactor)
    for answer in answers {
      var scrape = LoadCourse.Scrape(duration: answer?.duration)
      if let answer {
        scrape.isAnswered = answer.status == 200 && answer.duration <= plan.timeout ?? answer.duration
        if judging { judge.judge(answer, &scrape) }
      }
      round.scrapes.append(scrape)
    }
    if let page = judge.lastPage { pages = pages.suffix(1) + [page] }
    if course.firstWrong == nil, let finding = judge.firstWrong {
      course.firstWrong = (scrapes.lowerBound + 1, finding)
    }
    return round
  }

  /// The answers to those that stay, in order; nil for one that did not come.
  private func answers(to scrapes: Range<Int>, of plan: LoadPlan) async -> [ScrapeAnswer?] {
    let request = ScrapePlan(of: plan)
    let limit = plan.timeout.map { $0 + Self.lateness } ?? Self.answering
    let leaver = LeavingClient(port: stage.scrapedPort)
    return await withTaskGroup(of: (Int, ScrapeAnswer?).self) { group in
      for scrape in scrapes {
        group.addTask { [scraper] in
          if plan.leaves(at: scrape) {
            await leaver.come(
              leaving: scrape.isMultiple(of: 2) ? .beforeTheAnswer : .inTheAnswer, limit: limit)
            return (scrape, nil)
          }
          // That there is no answer is what is counted here.
          return (scrape, try? await scraper.answer(to: request, limit: limit))
        }
      }
      var answers: [(Int, ScrapeAnswer?)] = []
      for await answer in group where !plan.leaves(at: answer.0) { answers.append(answer) }
      return answers.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }

  /// Calls that were made for clients that have left are the business of nobody who comes later.
  private mutating func settle(_ plan: LoadPlan) async {
    guard !plan.keepsCallsApart else { return }
    await Readiness.settle(stage.server)
    account(longest: .seconds(86_400))
  }

  /// What the exporter takes when it has closed what it does not need any more, for which it is given time.
  private func tidied(_ course: inout LoadCourse, _ expectations: [LoadExpectation]) async -> ProcessUsage? {
    course.usage.after = stage.processes.usage
    guard let limit = expectations.first(where: { $0.measure == .descriptorGrowth })?.limit else {
      return course.usage.after
    }
    await Waiting.until(within: Self.tidying) {
      course.usage.after = stage.processes.usage
      return course.descriptorGrowth.map { Double($0) <= limit } ?? true
    }
    return course.usage.after
  }
}

extension ScrapePlan {
  /// The scrape of a load.
  fileprivate init(of plan: LoadPlan) {
    self.init()
    guard let timeout = plan.timeout else { return }
    headers = [Metadatum("X-Prometheus-Scrape-Timeout-Seconds", "\(timeout.seconds)")]
  }
}

extension Exchange {
  fileprivate var kind: LoadCourse.CallKind { LoadCourse.CallKind(call: call, state: state) }
}

extension [LoadExpectation] {
  fileprivate var watchCalls: Bool { contains { $0.measure == .openCalls } }
  fileprivate var judgePages: Bool { contains { [.right, .upRight, .recovery].contains($0.measure) } }
}

extension [FaultRule] {
  /// How long every call is held up; nil when some are not, or when it varies.
  fileprivate var latency: Duration? { compactMap(\.latencyOfAll).max() }
}

extension FaultRule {
  private var isForAll: Bool { calls.isEmpty && states.isEmpty && chance == 1 }

  fileprivate var latencyOfAll: Duration? {
    guard isForAll, case .latency(let distribution) = effect, case .constant(let time) = distribution.seconds
    else { return nil }
    return time > 0 ? .seconds(time) : nil
  }
}
