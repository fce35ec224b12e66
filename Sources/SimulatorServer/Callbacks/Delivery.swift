public import Determinism

/// What became of one callback: enough to understand it, nothing that is secret or personal.
public struct Delivery: Sendable, Equatable, Codable {
  /// Counts the callbacks of a server from 0.
  public let number: Int
  /// `endCallbackUrl`, `meetingEndedURL`, `recordingReady`, `analytics` or `webhook`.
  public let kind: String
  /// The event of a webhook, such as `user-joined`.
  public let event: String?
  /// The receiver's host and port; nil for a URL that can't be read.
  public let host: String?
  /// When it came up, on the simulated clock.
  public let instant: SimulatedInstant
  /// How often it was sent.
  public internal(set) var attempts = 0
  /// How it stands.
  public internal(set) var outcome = Outcome.waiting
  /// The status of the latest answer.
  public internal(set) var status: Int?
  /// Why it was not sent, or what went wrong the last time.
  public internal(set) var reason: String?
  /// When it is sent again, on the simulated clock.
  public internal(set) var nextAttempt: SimulatedInstant?

  /// How a callback stands.
  public enum Outcome: String, Sendable, Codable {
    /// It is sent when its moment comes.
    case waiting
    /// It is on its way.
    case sending
    /// The receiver has it.
    case delivered
    /// Nothing is sent there.
    case refused
    /// Every attempt failed, or too many callbacks wait.
    case abandoned
  }
}
