public import BBBAPI

/// How often each call came and how it went, since the server began; nothing of what was in it.
public struct RequestTally: Sendable, Equatable {
  /// How a request went.
  public enum Outcome: String, Sendable, CaseIterable {
    /// BBB did what was asked, or answered what was asked.
    case success
    /// BBB answered `FAILED`, or sent a browser away with errors.
    case failed
    /// A page of the web server, with an HTTP status that says why.
    case page
  }

  /// A call, and how it went.
  public struct Row: Sendable, Hashable {
    /// The call; nil for a path that is none.
    public let call: APICall?
    /// How it went.
    public let outcome: Outcome
    /// The key of a `FAILED` answer.
    public let messageKey: String?
  }

  /// How many requests went so.
  public private(set) var requests: [Row: Int] = [:]
  /// How many requests of a call met a fault.
  public private(set) var faults: [APICall?: Int] = [:]

  mutating func count(_ call: APICall?, _ answer: Answer, isFaulty: Bool) {
    let row = Row(call: call, outcome: answer.outcome, messageKey: answer.messageKey)
    requests[row, default: 0] += 1
    if isFaulty { faults[call, default: 0] += 1 }
  }
}

extension Answer {
  fileprivate var outcome: RequestTally.Outcome {
    if case .page = self { return .page }
    return messageKey == nil ? .success : .failed
  }
}
