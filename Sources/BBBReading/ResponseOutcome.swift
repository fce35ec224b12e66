/// What every answer says first: whether the call succeeded, and a message for some outcomes.
public struct ResponseOutcome: Sendable, Equatable {
  /// Whether the call succeeded.
  public enum Returncode: String, Sendable {
    case succeeded = "SUCCESS"
    case failed = "FAILED"
  }

  /// Whether the call succeeded.
  public var returncode: Returncode
  /// The stable word for programs, such as `noMeetings`; of several errors, the first one's; never empty.
  public var messageKey: String?
  /// The sentence for people; of several errors, the first one's; never empty.
  public var message: String?

  /// Makes an outcome.
  public init(_ returncode: Returncode, messageKey: String? = nil, message: String? = nil) {
    self.returncode = returncode
    self.messageKey = messageKey
    self.message = message
  }
}

/// Gathers the outcome while an answer passes.
struct OutcomeDraft {
  private static let places: PlaceSet = [
    .returncode, .messageKey, .message, .error, .errorKey, .errorMessage,
  ]

  private var returncode: ResponseOutcome.Returncode?
  private var messageKey: String?
  private var message: String?
  private var errorCount = 0
  private var errorKey: String?
  private var errorMessage: String?

  /// The outcome, if the answer said whether it succeeded.
  ///
  /// The `<errors>` form has neither key nor message of its own (facts §3.2).
  var outcome: ResponseOutcome? {
    returncode.map {
      ResponseOutcome($0, messageKey: messageKey ?? errorKey, message: message ?? errorMessage)
    }
  }

  /// Takes the text of a place that just closed, if it belongs to the outcome.
  mutating func take(_ text: TextBuffer, from place: Place) -> Anomaly? {
    guard Self.places.contains(place) else { return nil }
    if place == .error {
      errorCount += 1
      return nil
    }
    switch text.label {
    case .odd(let anomaly): return anomaly
    case .read(""): return nil
    case .read(let string): set(place, to: string)
    }
    return nil
  }

  private mutating func set(_ place: Place, to text: String) {
    switch place {
    // BBB writes upper case; its documentation and some look-alikes write lower (facts §0).
    case .returncode: returncode = ResponseOutcome.Returncode(rawValue: text.uppercased())
    case .messageKey: messageKey = text
    case .message: message = text
    case .errorKey where errorCount == 0: errorKey = text
    case .errorMessage where errorCount == 0: errorMessage = text
    default: break
    }
  }
}
