import ConformanceKit

extension Hearing {
  /// The document of an answer that says SUCCESS.
  ///
  /// - Throws: a verdict against the server when it says anything else: what a rule looks for is not there then.
  func success(_ answer: Answer) throws(EarlyVerdict) -> Element {
    guard answer.hasSucceeded, let response = answer.response else {
      throw EarlyVerdict(.judged(by: [Self.unexpected(answer, expected: "status 200, SUCCESS")]))
    }
    return response
  }

  /// Expects FAILED, with status 200 and one of the keys; any key when none is named.
  ///
  /// - Source: facts §0, "HTTP status is 200 for SUCCESS and for FAILED".
  func expectRefusal(_ answer: Answer, keys: [String]) {
    let isNamed = answer.messageKey.map(keys.contains) ?? false
    if answer.status == 200 && answer.hasFailed && isNamed { return }
    let expected = "status 200, FAILED \(keys.joined(separator: " or "))"
    record(Self.unexpected(answer, expected: expected))
  }

  /// Expects a text at a place of an answer; nil means that there is no such element.
  func expect(_ what: String, _ actual: String?, is expected: String, in answer: Answer) {
    if actual == expected { return }
    record(Finding(what, expected: expected, actual: actual?.bounded ?? "nothing", at: answer.place))
  }

  /// Expects something that a finding can say without quoting the answer.
  func expect(_ isTrue: Bool, _ what: String, in answer: Answer) {
    if isTrue { return }
    var finding = Finding(.breach, what)
    finding.moment = answer.place
    record(finding)
  }

  /// Expects children of exactly these names in this order.
  func expectOrder(_ element: Element, is expected: [String], in answer: Answer) {
    let actual = element.childNames
    guard actual != expected else { return }
    let divergence = zip(actual, expected).prefix { $0 == $1 }.count
    var finding = Finding(
      "the elements of <\(element.name)> are others, or in another order",
      expected: expected.joined(separator: " "), actual: actual.map(\.bounded).joined(separator: " "),
      at: answer.place)
    finding.hint = "element \(divergence + 1) is the first that differs"
    record(finding)
  }

  private static func unexpected(_ answer: Answer, expected: String) -> Finding {
    Finding("the answer is another one", expected: expected, actual: answer.description, at: answer.place)
  }
}
