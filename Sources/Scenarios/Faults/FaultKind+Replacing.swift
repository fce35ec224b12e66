import BBBAPI
import Determinism

extension FaultKind {
  /// When the answer comes.
  static let timing = [
    FaultKind(
      key: "latency", examples: ["500ms", "uniform 1s 5s", "exponential 2s", "lognormal 2s p99 8s"],
      about: "The right answer, later; several latencies add up",
      reading: { .made(of: .durations) { .latency($0) } }),
    FaultKind(
      key: "stale", examples: ["5m"],
      about: "The answer as things stood so long ago; what a call changes is changed now",
      reading: { .made(of: .length) { .stale($0) } }),
  ]

  /// What comes in place of the answer; the API is never asked.
  static let replacing = [
    FaultKind(
      key: "status", examples: ["503", "{ code: 429, retry after: 30s }"],
      about: "An HTML page with that status, as nginx writes it",
      reading: { .either(mapping: .retriedStatus, otherwise: .made(of: .httpStatus) { .status($0) }) }),
    FaultKind(
      key: "html", examples: ["true"], about: "An HTML page with status 200",
      reading: { .made(of: .present) { _ in .html } }),
    FaultKind(
      key: "failed", examples: ["{ key: notFound, message: No such meeting }"],
      about: "FAILED with that key and message",
      reading: { .made(of: .failure) { .failed($0) } }),
  ]
}

extension Reading where Value == Int {
  /// The status of an answer that ends a request.
  fileprivate static var httpStatus: Reading { .count(in: 200...599) }
}

extension Reading where Value == FaultRule.Effect {
  fileprivate static var retriedStatus: Reading {
    .parts("a status") { m in
      let code = m.required("code", .httpStatus)
      let retryAfter = m.optional("retry after", .duration)
      return code.map { .status($0, retryAfter: retryAfter) }
    }
  }
}

extension Reading where Value == APIFailure {
  /// `{ key: notFound, message: … }`
  fileprivate static var failure: Reading {
    Reading { field in
      field.mapping("a failure") { m in
        APIFailure(messageKey: m.required("key", .text) ?? "", message: m.required("message", .text) ?? "")
      }
    }
  }
}
