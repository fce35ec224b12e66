import Foundation
import Scenarios

/// A JSON body that is read as scenarios are: unknown keys and wrong values are named, all at once, with a fix.
struct ControlBody {
  private let text: String

  /// Takes the bytes of a body; throws when they are no JSON.
  init(_ bytes: Data) throws(ControlError) {
    do {
      let value = try JSONSerialization.jsonObject(with: bytes)
      // JSON is YAML but for its escapes of surrogate pairs; written anew, it has none.
      let plain = try JSONSerialization.data(
        withJSONObject: value, options: [.fragmentsAllowed, .sortedKeys, .withoutEscapingSlashes])
      text = String(decoding: plain, as: UTF8.self)
    } catch {
      throw ControlError(
        status: 400, error: "the body is no JSON object", fix: "send an object such as {\"name\": \"blue\"}")
    }
  }

  /// What the body says, by a reading of the scenario language.
  func read<Value>(_ reading: Reading<Value>) throws(ControlError) -> Value {
    let sink = DiagnosticSink(file: "body")
    let value = FieldReader(yaml: text, sink: sink).flatMap(reading.value)
    do {
      try sink.check()
    } catch {
      throw ControlError(error, status: 400)
    }
    guard let value else { throw ControlError(status: 400, error: "the body says nothing", fix: "fill it") }
    return value
  }
}

extension ControlError {
  /// The first mistake in words, and all of them as a list.
  init(_ problems: ScenarioProblems, status: Int) {
    let all = problems.diagnostics
    let first = all.first
    self.init(
      status: status,
      error: [
        first.map { "\($0.summary) (\($0.reason))" }, all.count > 1 ? "and \(all.count - 1) more" : nil,
      ]
      .compactMap(\.self).joined(separator: "; "),
      fix: first?.fix ?? "")
    self.problems = all.map {
      Problem(line: $0.line, column: $0.column, error: $0.summary, reason: $0.reason, fix: $0.fix)
    }
  }
}
