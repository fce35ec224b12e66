import BBBAPI
import ConformanceKit
import PrometheusText

/// Judges the pages of one round, of which most are the same.
struct LoadPageJudge {
  let oracle: Oracle
  let evidence: Oracle.Evidence
  let redactor: Redactor
  /// What was wrong with the first page that was.
  private(set) var firstWrong: Finding?
  /// The last page that could be read.
  private(set) var lastPage: ParsedPage?
  /// The answer before, without its time, and what was said of it.
  private var latest: (body: [UInt8], scrape: LoadCourse.Scrape)?

  init(oracle: Oracle, evidence: Oracle.Evidence, redactor: Redactor) {
    self.oracle = oracle
    self.evidence = evidence
    self.redactor = redactor
  }

  /// Says of a scrape whether its page is right.
  mutating func judge(_ answer: ScrapeAnswer, _ scrape: inout LoadCourse.Scrape) {
    if let latest, latest.body == answer.body {
      scrape.isRight = latest.scrape.isRight
      scrape.isUpRight = latest.scrape.isUpRight
      return
    }
    let judgement = Judgement(
      answer: answer, before: [], calls: [], printed: nil, oracle: oracle, evidence: evidence,
      redactor: redactor)
    let findings = judgement.findings([.oracle])
    let up = judgement.page?.index.value(of: "bbb_api_up", [:])
    scrape.isRight = findings.isEmpty
    scrape.isUpRight = up == (evidence.history.knowsMeetings ? 1 : 0)
    firstWrong = firstWrong ?? findings.first
    lastPage = judgement.page ?? lastPage
    latest = (answer.body, scrape)
  }
}
