import Determinism

/// Why the control API did not do what was asked, and how to ask rightly.
struct ControlError: Error, Encodable, Equatable {
  /// The HTTP status.
  let status: Int
  /// What is wrong.
  let error: String
  /// How to mend it.
  let fix: String
  /// Everything that is wrong with a text that somebody wrote, each with its place.
  var problems: [Problem]?

  /// A mistake in a text.
  struct Problem: Encodable, Equatable {
    let line: Int
    let column: Int
    let error: String
    let reason: String
    let fix: String
  }

  static let notLoopback = ControlError(
    status: 403, error: "the control API answers this machine only", fix: "call it through 127.0.0.1 or ::1")
  static let bodyTooLarge = ControlError(
    status: 413, error: "the body is too large", fix: "send less at once")

  static func wrongContentType(_ mediaTypes: [String]) -> ControlError {
    ControlError(
      status: 415, error: "the body's content type is not one that is read here",
      fix: "send it with Content-Type: \(mediaTypes.joined(separator: " or "))")
  }

  static func badClockChange(_ reason: String) -> ControlError {
    ControlError(
      status: 400, error: reason,
      fix: #"send one of {"advance": "5m"}, {"to": "31m"}, {"freeze": true}, {"resume": true}, {"speed": 60}"#
    )
  }

  static let boundToItsScenario = ControlError(
    status: 409,
    error: "this server keeps its state in a file, which belongs to the scenario it was started with",
    fix: "start another bbb-sim without --state, or load the scenario into another server")
  static let noSuchPath = ControlError(
    status: 404, error: "there is nothing at this path", fix: "GET /_sim lists what the control API can do")

  static func wrongMethod(allowed: [String]) -> ControlError {
    ControlError(
      status: 405, error: "the method is not known here",
      fix: "use \(allowed.joined(separator: " or "))")
  }

  static func noServer(_ error: ServerNameError) -> ControlError {
    ControlError(status: 404, error: error.description, fix: error.fix)
  }

  static func badServerName(_ error: ServerNameError) -> ControlError {
    ControlError(status: 400, error: error.description, fix: error.fix)
  }

  static func badMoment(_ text: String) -> ControlError {
    ControlError(
      status: 400, error: "'\(text.quotable)' is no moment of the day",
      fix: "give an offset such as 31m or an instant such as 2026-03-02T08:31:00Z, not later than now")
  }

  init(status: Int, error: String, fix: String) {
    self.status = status
    self.error = error
    self.fix = fix
  }

  init(_ error: ClockError) {
    switch error {
    case .backwards(let now, let wanted):
      self = .badClockChange("it is \(now) already, and \(wanted) has passed")
    case .negativeStep(let step): self = .badClockChange("time goes on, not by \(step.scenarioText)")
    case .rateOutOfRange(let rate):
      self = .badClockChange("\(rate) is no speed; it is 0 or lies from 0.001 to 1000000")
    }
  }
}
