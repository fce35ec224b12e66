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

  /// The answer of a server that is like this version.
  func reply(of profile: Profile) -> APIReply {
    let caller = Caller(scenario, profile: profile)
    caller.offset = .seconds(60 * minute)
    return ask(caller)
  }

  /// Every answer; a list a file, so that a call adds its own without touching the others'.
  static var all: [GoldenAnswer] {
    index + create + createFailures + bodies + join + joinFailures + guests + meetings + end + sessions
      + enter
      + documents + recordings + recordingCalls + refusals
  }
}

/// An answer of one version.
struct GoldenCase: Sendable, CustomTestStringConvertible {
  let profile: Profile
  let answer: GoldenAnswer

  var testDescription: String { path }

  /// The recorded file, below `fixtures/api`.
  var path: String { "\(profile.name)/\(answer.name).http" }

  var reply: APIReply { answer.reply(of: profile) }

  /// Status line, headers, an empty line, and the body as it is.
  var bytes: [UInt8] {
    let reply = reply
    let head = ["HTTP/1.1 \(reply.status)"] + reply.headers.map { "\($0.name): \($0.value)" }
    return Array((head.joined(separator: "\n") + "\n\n").utf8) + reply.body
  }

  /// Every answer of the newest version, for what does not hang on the version.
  static var newest: [GoldenCase] { all.filter { $0.profile.name == "3.0" } }

  /// Every answer of the two versions between which session calls come and go.
  static var changing: [GoldenCase] { all.filter { ["2.7", "3.0"].contains($0.profile.name) } }

  /// Every answer of every version.
  static var all: [GoldenCase] {
    Profile.all.flatMap { profile in GoldenAnswer.all.map { GoldenCase(profile: profile, answer: $0) } }
  }
}
