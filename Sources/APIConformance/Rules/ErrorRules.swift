import BBBAPI
import ConformanceKit

extension Rule {
  /// What is no call at all.
  static let errors: [Rule] = [
    Rule(
      "errors/unknown-call", .recommended,
      "A call that does not exist is a client's error (4xx), not an answer in XML.",
      .facts("§2.0", "unknown actions: 404 page (HTML), not an XML error")
    ) { hearing in
      let answer = try await hearing.ask(Question(call: "conformanceNoSuchCall", pieces: []))
      // BBB answers 404; its documentation leaves the status open, and a proxy may refuse before it looks.
      hearing.expect(
        (400..<500).contains(answer.status), "the status is \(answer.status), not 4xx", in: answer)
      hearing.expect(answer.response == nil, "the answer is a BBB response", in: answer)
    }
  ]
}
