/// A line of explanation with the word that stands before it.
struct Detail: Sendable {
  let label: String
  let text: String
  /// Whether the text is a quotation, such as a line of the subject's answer.
  var isQuotation = false
}

extension Finding {
  /// What is wrong and when: `bbb_meetings is wrong (step 3, at 31m)`.
  var headline: String { moment.map { "\(what) (\($0))" } ?? what }

  /// What else there is to say, in the order in which every report says it.
  var details: [Detail] {
    [
      expected.map { Detail(label: "expected", text: $0, isQuotation: true) },
      actual.map { Detail(label: "actual", text: $0, isQuotation: true) },
      citation.map { Detail(label: "contract", text: $0.line) },
      hint.map { Detail(label: "hint", text: $0) },
    ].compactMap(\.self)
  }
}

extension CaseResult {
  /// The findings for a reader who has the case's citations before him: they are not repeated.
  var findingsBesideCitations: [Finding] {
    findings.map { finding in
      var finding = finding
      if let citation = finding.citation, citations.contains(citation) { finding.citation = nil }
      return finding
    }
  }
}

extension RunReport {
  /// The results that need an explanation, gravest verdict first, each verdict in the order of the slugs.
  var explained: [CaseResult] {
    let order: [Verdict] = [.failed, .harnessFailed, .setupFailed, .blocked, .knownFailure, .warned]
    return order.flatMap { verdict in results.filter { $0.verdict == verdict } }
  }
}
