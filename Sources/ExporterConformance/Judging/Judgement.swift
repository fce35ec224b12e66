import BBBAPI
import ConformanceKit
import Determinism
import PrometheusText
import SimulatorCore

/// One answer of the exporter, held against what a step expects.
struct Judgement: Sendable {
  let answer: ScrapeAnswer
  /// The pages before, at most two, for what must have grown.
  let before: [ParsedPage]
  /// The requests that the API has seen for this scrape.
  let calls: [Exchange]
  /// What it has printed; nil when nobody asks.
  let printed: Printed?
  let oracle: Oracle
  let evidence: Oracle.Evidence

  /// The page, when the answer is one.
  let page: ParsedPage?
  private let unreadable: Finding?

  init(
    answer: ScrapeAnswer, before: [ParsedPage], calls: [Exchange], printed: Printed?, oracle: Oracle,
    evidence: Oracle.Evidence, redactor: Redactor
  ) {
    self.answer = answer
    self.before = before
    self.calls = calls
    self.printed = printed
    self.oracle = oracle
    self.evidence = evidence
    (page, unreadable) = Self.read(answer, redactor)
  }

  /// What is wrong, in the order of the expectations.
  func findings(_ expectations: [Expectation]) -> [Finding] {
    guard let page else {
      let rest = expectations.filter { !$0.concernsMetrics }.flatMap(findings)
      // Who expects a status or nothing of the metrics is content with a page that is none.
      return (expectations.contains(where: \.concernsMetrics) ? [unreadable].compactMap(\.self) : []) + rest
    }
    let all = expectations.flatMap { expectation in
      expectation.concernsMetrics ? findings(expectation, on: page) : findings(expectation)
    }
    // What a case writes out is the oracle's business too; it need not be read twice.
    return all.reduce(into: []) { kept, finding in
      if !kept.contains(where: { $0.what == finding.what }) { kept.append(finding) }
    }
  }

  /// How much of an answer that is no page is shown, and how much is redacted for it: half a secret is not recognised.
  private static let (shown, redacted) = (300, 16 << 10)

  private static func read(_ answer: ScrapeAnswer, _ redactor: Redactor) -> (ParsedPage?, Finding?) {
    guard answer.status == 200 else {
      var finding = Finding("the scrape failed", expected: "status 200", actual: "status \(answer.status)")
      let text = redactor.redacted(String(decoding: answer.body.prefix(Self.redacted), as: UTF8.self))
        .prefix(Self.shown)
      if !text.isEmpty { finding.hint = "the answer begins: \(text)" }
      return (nil, finding)
    }
    let isOpenMetrics = answer.contentType?.lowercased().hasPrefix("application/openmetrics-text") ?? false
    do throws(ExpositionError) {
      return (try ParsedPage(answer.body, as: isOpenMetrics ? .openMetrics : .text), nil)
    } catch {
      let format = isOpenMetrics ? "OpenMetrics 1.0" : "the text format 0.0.4"
      return (nil, Finding("the page cannot be read", expected: "a page in \(format)", actual: "\(error)"))
    }
  }
}

extension Judgement {
  /// Expectations of the answer as such.
  private func findings(_ expectation: Expectation) -> [Finding] {
    switch expectation {
    case .status(let status) where status != answer.status:
      [Finding("the status is wrong", expected: "\(status)", actual: "\(answer.status)")]
    case .contentType(let type) where !MediaType(answer.contentType ?? "").meets(MediaType(type)):
      [Finding("the content type is wrong", expected: type, actual: answer.contentType ?? "none")]
    case .within(let limit) where answer.duration > limit:
      [
        Finding(
          "the answer is late", expected: "within \(limit.scenarioText)", actual: answer.duration.scenarioText
        )
      ]
    case .calls(let counts): counts.sorted { $0.key.rawValue < $1.key.rawValue }.compactMap(wrongCount)
    case .limited(let call, let most): unlimited(call, most)
    case .prints(let text, let lines): unprinted(text, lines)
    case .silentAbout(let texts): texts.filter { printed?.says($0) ?? false }.map(indiscretion)
    default: []
    }
  }

  /// Only what is asked by GET is the call of the contract's §3.
  private func wrongCount(_ call: APICall, _ count: Int) -> Finding? {
    let made = calls.filter { $0.call == call }
    let others = made.filter { $0.method != "GET" }
    guard made.count - others.count != count else { return nil }
    let rest = others.first.map { "; \(others.count) more by \($0.method)" } ?? ""
    return Finding(
      "\(call.rawValue) was called another number of times", expected: "\(count)",
      actual: "\(made.count - others.count)\(rest)")
  }

  private func unlimited(_ call: APICall, _ most: Int) -> [Finding] {
    let limits = calls.filter { $0.call == call }.map { $0.values["limit"] }
    let isRight = !limits.isEmpty && limits.allSatisfy { $0.flatMap { Int($0) }.map { $0 <= most } ?? false }
    guard !isRight else { return [] }
    let actual = limits.isEmpty ? "no such call" : limits.map { $0 ?? "none" }.joined(separator: ", ")
    return [
      Finding(
        "\(call.rawValue) asks for more than it needs", expected: "a `limit` of at most \(most) in each",
        actual: actual)
    ]
  }

  private func unprinted(_ text: String, _ wanted: Int?) -> [Finding] {
    let lines = printed?.lines(about: text) ?? 0
    guard wanted.map({ $0 != lines }) ?? (lines == 0) else { return [] }
    return [
      Finding(
        "the exporter does not say what it should about `\(text)`",
        expected: wanted.map { "\($0) printed lines about it" } ?? "a printed line about it",
        actual: "\(lines) of them")
    ]
  }

  private func indiscretion(_ text: String) -> Finding {
    Finding("the exporter prints `\(text)`", expected: "nowhere in its output", actual: "it is there")
  }
}

extension Judgement {
  /// The most findings that one comparison with the oracle makes; who breaks a format breaks it everywhere.
  private static let limit = 15

  /// Expectations of what stands on the page.
  private func findings(_ expectation: Expectation, on page: ParsedPage) -> [Finding] {
    switch expectation {
    case .oracle: return oracleFindings(page)
    case .value(let series, let value): return compare(page, series, .exactly(value))
    case .atLeast(let series, let value): return compare(page, series, .atLeast(value))
    case .increased(let series, let growth):
      let before = before.last?.index.value(of: series.name, series.labelsByName) ?? 0
      return compare(page, series, .exactly(before + growth), after: before)
    case .present(let series):
      return page.matches(series).isEmpty ? [missing(series, "one sample at least")] : []
    case .absent(let series):
      let there = page.matches(series)
      return there.isEmpty
        ? [] : [Finding("\(series.text) is there", expected: "absent", actual: Self.some(of: there))]
    case .type(let family, let type):
      let shown = page.family(family)?.type
      guard shown != type else { return [] }
      return [
        Finding(
          "\(family) has another type", expected: type.rawValue, actual: shown?.inWords ?? "no such family")
      ]
    case .noticed(let notice): return page.notices(notice, after: before) ? [] : [Self.unnoticed(notice)]
    case .contentType, .status, .within, .calls, .limited, .prints, .silentAbout, .load: return []
    }
  }

  private static func unnoticed(_ notice: Notice) -> Finding {
    switch notice {
    case .counter:
      Finding(
        "no counter tells of it", expected: "a counter of any name that grows now and stood still before",
        actual: "none")
    case .gauge:
      Finding("no gauge tells of it", expected: "a gauge of any name that goes from 1 to 0", actual: "none")
    }
  }

  private static func some(of samples: [String]) -> String {
    samples.prefix(3).joined(separator: ", ") + (samples.count > 3 ? " … (\(samples.count) samples)" : "")
  }

  private func compare(_ page: ParsedPage, _ series: Series, _ range: ValueRange, after before: Double? = nil)
    -> [Finding]
  {
    let expected = before.map { "\(range), after \($0.expositionText)" } ?? "\(range)"
    guard let value = page.index.value(of: series.name, series.labelsByName) else {
      return [missing(series, expected)]
    }
    guard !range.contains(value) else { return [] }
    return [
      cited(Finding("\(series.text) is wrong", expected: expected, actual: value.expositionText), series)
    ]
  }

  private func missing(_ series: Series, _ expected: String) -> Finding {
    cited(Finding("\(series.text) is missing", expected: expected, actual: "no such series"), series)
  }

  private func cited(_ finding: Finding, _ series: Series) -> Finding {
    var finding = finding
    let family = Contract.families.filter { series.name.hasPrefix($0.name) }.max {
      $0.name.count < $1.name.count
    }
    finding.citation = family.flatMap { Contract.citation($0.line.place) }
    return finding
  }

  private func oracleFindings(_ page: ParsedPage) -> [Finding] {
    let lint = page.lint.map {
      Finding(
        "the page breaks a rule of its format", expected: $0.kind.rawValue + " does not occur",
        actual: "\($0)")
    }
    let all = PageComparison(page: page).findings(oracle.families(evidence)) + lint
    guard all.count > Self.limit else { return all }
    return all.prefix(Self.limit) + [
      Finding("there is more", expected: "nothing more", actual: "\(all.count - Self.limit) more findings")
    ]
  }
}

extension ParsedPage {
  /// The samples that a series names: its own, or, without labels, those of a whole family.
  fileprivate func matches(_ series: Series) -> [String] {
    let own = samples.filter { name, sample in
      name == series.name && series.labels.allSatisfy { sample.labels.contains($0) }
    }
    let ofFamily =
      series.labels.isEmpty ? family(series.name)?.samples.map { (series.name + $0.suffix, $0) } ?? [] : []
    return (own.isEmpty ? ofFamily : own).map { name, sample in
      "\(ExpectedSeries(name, sample.labelsByName, .exactly(sample.value))) \(sample.value.expositionText)"
    }
  }
}
