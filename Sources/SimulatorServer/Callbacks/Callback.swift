import Determinism

/// One message for one receiver, ready to be sent as often as it takes.
struct Callback: Sendable, Equatable {
  /// What it is about.
  var kind: Kind
  var method: String
  var url: String
  var headers: [Header] = []
  var body = ""
  /// How long to wait before each further attempt, on the simulated clock.
  var intervals: [Duration] = bbbWebIntervals
  /// The interval once those are used up; nil gives up.
  var lastInterval: Duration?

  struct Header: Sendable, Equatable {
    var name: String
    var value: String
  }

  enum Kind: Sendable, Equatable {
    case endCallbackURL
    case meetingEndedURL
    case recordingReady
    case analytics
    case webhook(hookID: String, event: String)
  }

  /// `CallbackUrlService` of bbb-web; the recording-ready and analytics scripts are taken to be as patient.
  static let bbbWebIntervals: [Duration] = [.seconds(30), .seconds(60), .seconds(120), .seconds(300)]
  /// bbb-webhooks: `retryIntervals` (facts §2.19).
  static let webhookIntervals: [Duration] =
    [100, 500, 1000, 2000, 4000, 8000, 10_000, 30_000, 60_000, 60_000, 60_000, 60_000].map {
      .milliseconds($0)
    }

  /// Messages of one lane are sent one after another, so that a receiver sees them in order.
  var lane: String { hookID ?? url }

  var hookID: String? { if case .webhook(let hookID, _) = kind { hookID } else { nil } }
}

/// What came of one attempt.
enum CallbackOutcome: Sendable, Equatable {
  /// The receiver answered.
  case status(Int)
  /// It did not, and why in a word.
  case failed(String)
  /// A redirect led to where nothing may be sent.
  case refused(String)
}

extension Callback {
  /// Whether the receiver has it, or says that trying again is no use (facts §2.19, §4.5).
  func isSettled(by status: Int) -> Bool {
    switch kind {
    case .webhook: (200..<300).contains(status) || status == 401
    case .recordingReady: (200..<300).contains(status) || status == 401 || status == 410
    case .endCallbackURL, .meetingEndedURL, .analytics: (200..<300).contains(status)
    }
  }
}
