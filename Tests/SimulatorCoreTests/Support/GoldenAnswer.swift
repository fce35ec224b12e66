import BBBAPI
import Scenarios
import SimulatorCore
import Testing

/// One answer with its recorded file, and how to get it.
struct GoldenAnswer: Sendable, CustomTestStringConvertible {
  let name: String
  let scenario: Scenario
  /// Where in the day it is asked for.
  let minute: Int
  /// Asks, after whatever has to come before.
  let ask: @Sendable (Caller) -> APIReply

  var testDescription: String { name }

  init(
    _ name: String, of scenario: Scenario = .quiet, minute: Int = 0,
    ask: @escaping @Sendable (Caller) -> APIReply
  ) {
    self.name = name
    self.scenario = scenario
    self.minute = minute
    self.ask = ask
  }

  var reply: APIReply {
    let caller = Caller(scenario)
    caller.offset = .seconds(60 * minute)
    return ask(caller)
  }

  /// Status line, headers, an empty line, and the body as it is.
  var bytes: [UInt8] {
    let reply = reply
    let head = ["HTTP/1.1 \(reply.status)"] + reply.headers.map { "\($0.name): \($0.value)" }
    return Array((head.joined(separator: "\n") + "\n\n").utf8) + reply.body
  }

  static var all: [GoldenAnswer] {
    index + create + createFailures + join + joinFailures + meetings + end + recordings + recordingCalls
      + refusals
  }
}
