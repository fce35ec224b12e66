import BBBAPI
import ConformanceKit
import Testing

@testable import ExporterConformance

/// What a load comes to, from what was seen of it.
struct LoadCourseTests {
  private func course(_ scrapes: Int, together: Int = 1, _ change: (Int, inout LoadCourse.Round) -> Void)
    -> LoadCourse
  {
    var plan = LoadPlan()
    (plan.scrapes, plan.together) = (scrapes, together)
    var course = LoadCourse(plan)
    course.rounds = (0..<(scrapes / together)).map { number in
      let good = LoadCourse.Scrape(
        duration: .milliseconds(500), isAnswered: true, isRight: true, isUpRight: true)
      var round = LoadCourse.Round(
        scrapes: Array(repeating: good, count: together), calls: [:], number: (number + 1) * together)
      change(number, &round)
      return round
    }
    return course
  }

  @Test func `shares are of the scrapes that were planned, not of those that were made`() {
    var course = course(8, together: 2) { number, round in
      if number == 1 { round.scrapes[0] = LoadCourse.Scrape() }
    }
    #expect(course.value(of: .answered) == 87.5)
    course.rounds.removeLast()
    #expect(course.value(of: .answered) == 62.5)
    #expect(course.value(of: .right) == 62.5)
    #expect(course.value(of: .upRight) == 62.5)
  }

  @Test func `clients that leave are no scrapes`() {
    var plan = LoadPlan()
    (plan.scrapes, plan.leaving) = (10, 0.3)
    #expect(plan.stayingScrapes == 7)
    #expect((0..<10).filter(plan.leaves) == [3, 6, 9])
  }

  @Test func `amplification is the busiest call of the busiest round`() {
    let course = course(4, together: 2) { number, round in
      round.calls = [
        LoadCourse.CallKind(call: .getMeetings): 1,
        LoadCourse.CallKind(call: .getRecordings, state: "deleted"): number + 1,
        LoadCourse.CallKind(call: .getRecordings, state: "published"): 1,
      ]
    }
    #expect(course.value(of: .amplification) == 2)
    #expect(course.figures([]).first { $0.name == "API calls a scrape" }?.value == 1.75)
  }

  @Test func `the serial factor is the median over the latency, and nothing without one`() {
    var course = course(3) { number, round in round.scrapes[0].duration = .milliseconds(500 * (number + 1)) }
    #expect(course.value(of: .serialFactor) == nil)
    course.latency = .milliseconds(400)
    #expect(course.value(of: .serialFactor) == 2.5)
  }

  @Test(arguments: [
    ([true, true], 1), ([false, true], 2), ([false, true, false, true], 4), ([true, false], 3),
  ])
  func `the page is right from the scrape behind the last wrong one`(pages: [Bool], first: Double) {
    let course = course(pages.count) { number, round in round.scrapes[0].isRight = pages[number] }
    #expect(course.value(of: .recovery) == first)
  }

  @Test func `growth of memory is told between the second quarter and the last`() {
    let memory = [1, 9, 10, 10, 10, 11, 11, 11, 14, 15, 15, 99]
    let course = course(memory.count) { number, round in round.usage = ProcessUsage(memory: memory[number]) }
    #expect(course.value(of: .memoryGrowth) == 1.5)
  }

  @Test func `three looks at the memory tell no growth`() {
    let course = course(3) { _, round in round.usage = ProcessUsage(memory: 10) }
    #expect(course.value(of: .memoryGrowth) == nil)
    let finding = course.findings([LoadExpectation(.memoryGrowth, 1)]).first
    #expect(finding?.weight == .obstacle)
  }

  @Test func `descriptors that were closed make up for none`() {
    var course = course(1) { _, _ in }
    course.usage = (ProcessUsage(descriptors: 12), ProcessUsage(descriptors: 9))
    #expect(course.value(of: .descriptorGrowth) == 0)
    course.usage.after?.descriptors = 30
    #expect(course.value(of: .descriptorGrowth) == 18)
  }

  @Test func `a finding says in figures what was expected and what was`() {
    var course = course(8) { number, round in round.scrapes[0].isRight = number != 4 }
    course.firstWrong = (5, Finding("bbb_meetings is wrong", expected: "3", actual: "2"))
    let finding = course.findings([LoadExpectation(.right, 100), LoadExpectation(.answered, 100)])
    #expect(finding.map(\.what) == ["pages are wrong"])
    #expect(finding.first?.expected == "at least 100%")
    #expect(finding.first?.actual == "87.5%")
    #expect(finding.first?.hint == "scrape 5 was the first: bbb_meetings is wrong, expected 3, got 2")
  }

  @Test func `a figure has the limit of its expectation, and the name of its load`() throws {
    var course = course(8) { _, _ in }
    course.openCalls = 12
    let figure = try #require(course.figures([LoadExpectation(.openCalls, 10)]).first)
    #expect(figure == Figure("open calls", 12, unit: "connections", limit: .atMost(10)))
    #expect(!figure.isKept)
    var plan = course.plan
    plan.name = "hanging"
    #expect(LoadCourse(plan).figures([LoadExpectation(.answered, 99)]).first?.name == "answered, hanging")
    #expect(LoadCourse(plan).figures([LoadExpectation(.answered, 99)]).first?.limit == .atLeast(99))
  }

  @Test func `eight rounds make a course, seven do not`() {
    let usage = ProcessUsage(memory: 5_000_000, peakMemory: 0, descriptors: 7)
    #expect(course(7) { _, round in round.usage = usage }.plots.isEmpty)
    let plots = course(8) { _, round in round.usage = usage }.plots
    #expect(
      plots.map(\.title) == ["Scrape time", "API calls of a round", "Resident memory", "Open descriptors"])
    #expect(plots.map { $0.lines[0].points.count } == [8, 8, 8, 8])
    #expect(plots[0].lines[0].points[1] == Plot.Point(2, 500))
    #expect(plots[2].lines[0].points[7] == Plot.Point(8, 5))
  }

  @Test func `a long course keeps its peaks`() {
    let points = (0..<1000).map { Plot.Point(Double($0), $0 == 777 ? 9 : 1) }
    let thinned = LoadCourse.thinned(points)
    #expect(thinned.count == 200)
    #expect(thinned.map(\.y).max() == 9)
    #expect(LoadCourse.thinned(Array(points.prefix(240))).count == 240)
  }
}
