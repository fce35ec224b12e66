import BBBAPI
import ConformanceKit

extension Rule {
  /// What is no call at all.
  static let errors: [Rule] = [
    Rule(
      "errors/unknown-call", .recommended, "A call that does not exist is a 404 page, not an answer in XML.",
      .facts("§2.0", "unknown actions: 404 page (HTML), not an XML error")
    ) { hearing in
      let answer = try await hearing.ask(Question(call: "conformanceNoSuchCall", pieces: []))
      hearing.expect("the status is another one", "\(answer.status)", is: "404", in: answer)
      hearing.expect(answer.response == nil, "the answer is a BBB response", in: answer)
    }
  ]
}
