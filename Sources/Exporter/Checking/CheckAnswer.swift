import BBBClient
import BBBReading

/// What came back when a server was asked for its meetings.
struct CheckAnswer: Sendable {
  let status: UInt
  /// Where a redirect leads.
  let location: String?
  /// The number of seconds after which to try again.
  let retryAfter: Int?
  /// How far the server's clock is ahead, in seconds; nil without a readable `Date`.
  let clockSkew: Int?
  let isDeclaredHTML: Bool
  /// The first bytes of the body.
  let opening: String
  /// What the body says; nil for a status other than 2xx.
  let reading: Result<Reading, ReadingError>?

  struct Reading: Sendable, Equatable {
    let outcome: ResponseOutcome
    let meetings: Int
  }

  /// Whether BigBlueButton, or something that takes after it, answers: a refusal is an answer too.
  var isBBB: Bool {
    if case .success = reading { true } else { false }
  }

  /// Whether the call succeeded.
  var hasSucceeded: Bool {
    if case .success(let reading) = reading { reading.outcome.returncode == .succeeded } else { false }
  }

  /// Whether the body is a web page, by what it says or by what it is.
  var isWebPage: Bool {
    if case .failure(.notBBB(let root?)) = reading, root.lowercased() == "html" { return true }
    return isDeclaredHTML && !isBBB
  }
}

/// Counts meetings, and nothing else.
struct MeetingCount: MeetingsConsumer {
  private(set) var meetings = 0
  mutating func take(_ meeting: MeetingReading) { meetings += 1 }
  mutating func note(_ anomaly: Anomaly, in element: ResponseElement) {}
}
