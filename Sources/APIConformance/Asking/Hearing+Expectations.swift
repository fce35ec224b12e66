import BBBAPI
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

  /// Expects SUCCESS and looks no further.
  func expectSuccess(_ answer: Answer) {
    if !answer.hasSucceeded { record(Self.unexpected(answer, expected: "status 200, SUCCESS")) }
  }

  /// Expects the failure, its sentence included.
  ///
  /// - Source: facts §0, two blanks of the source reach the wire as one.
  func expect(_ answer: Answer, says failure: APIFailure) {
    expectRefusal(answer, keys: [failure.messageKey])
    expect(
      "the message is another one", answer.message?.singleSpaced, is: failure.message.singleSpaced, in: answer
    )
  }

  /// Expects the sentence of a notice beside its key.
  func expectMessage(of notice: APINotice, in answer: Answer) {
    expect(
      "the message is another one", answer.message?.singleSpaced, is: notice.message.singleSpaced, in: answer)
  }

  /// Expects `join` to let nobody in and to name one of the keys, be it as XML or in a redirect.
  func expectTurnedAway(_ answer: Answer, keys: [String]) {
    let told = answer.redirectedFailures?.map(\.messageKey) ?? [answer.messageKey ?? ""]
    let isOut = answer.hasFailed || answer.redirectedFailures != nil
    if isOut && told.contains(where: keys.contains) { return }
    record(
      Self.unexpected(answer, expected: "FAILED or a redirect with errors: \(keys.joined(separator: " or "))")
    )
  }

  /// Expects `join` to redirect with exactly this failure.
  func expectRedirect(_ answer: Answer, with failure: APIFailure) {
    guard answer.status == 302, let failures = answer.redirectedFailures else {
      return record(Self.unexpected(answer, expected: "status 302 with errors=[…]"))
    }
    if failures == [failure] { return }
    record(Self.unexpected(answer, expected: "one error, \(failure.messageKey), in BBB's words"))
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

extension String {
  /// The text with one blank for every run of them, as BBB's templates print it.
  fileprivate var singleSpaced: String {
    split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
  }
}
