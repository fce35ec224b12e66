public import XMLStreaming

/// Reads of any answer whether the call succeeded, and nothing else.
public struct OutcomeReader: ~Copyable {
  private var parser: AnswerParser<OutcomeHandler>

  /// Makes a reader for one answer.
  public init(limits: XMLLimits = XMLLimits()) {
    parser = AnswerParser(handler: OutcomeHandler(), limits: limits)
  }

  /// Takes the next piece of the body, of any size.
  ///
  /// - Throws: why the answer cannot be read; any later call throws the same again.
  public mutating func feed(_ bytes: RawSpan) throws(ReadingError) {
    try parser.feed(bytes)
  }

  /// Ends the body.
  ///
  /// - Throws: why the answer cannot be read.
  public mutating func finish() throws(ReadingError) -> ResponseOutcome {
    try parser.finish()
    guard let outcome = parser.handler.outcome.outcome else { throw .noReturncode }
    return outcome
  }
}

/// Picks the outcome from among the events of an answer.
struct OutcomeHandler: AnswerHandler {
  var cursor = AnswerCursor()
  private(set) var outcome = OutcomeDraft()

  @inline(__always)
  mutating func act(on step: AnswerCursor.Step) {
    // What is odd about other elements is no concern of one who only asks whether it worked.
    if case .closed(let place) = step { _ = outcome.take(cursor.text, from: place) }
  }
}
