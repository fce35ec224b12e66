public import XMLStreaming

/// What receives the meetings of an answer, one at a time and in document order.
public protocol MeetingsConsumer {
  /// A meeting ended in the document.
  mutating func take(_ meeting: MeetingReading)

  /// Something was odd; what concerns a meeting comes before that meeting.
  mutating func note(_ anomaly: Anomaly, in element: ResponseElement)
}

/// Reads a `getMeetings` answer as it arrives and hands each meeting to its consumer.
///
/// Memory does not grow with the answer: people are counted, not kept, and a meeting is forgotten once handed over.
public struct MeetingsReader<Consumer: MeetingsConsumer>: ~Copyable {
  /// What received the meetings so far.
  public private(set) var consumer: Consumer
  private var parser: AnswerParser<MeetingsHandler>

  /// Makes a reader for one answer.
  public init(consumer: Consumer, limits: XMLLimits = XMLLimits()) {
    self.consumer = consumer
    parser = AnswerParser(handler: MeetingsHandler(), limits: limits)
  }

  /// Takes the next piece of the body, of any size.
  ///
  /// - Throws: why the answer cannot be read; what came before has been handed over, and any later call throws the
  ///   same again.
  public mutating func feed(_ bytes: RawSpan) throws(ReadingError) {
    var start = 0
    while start < bytes.byteCount {
      let end = min(start + readingStepBytes, bytes.byteCount)
      defer { handOver() }
      try parser.feed(bytes.extracting(start..<end))
      start = end
    }
  }

  /// Ends the body.
  ///
  /// - Returns: whether the call succeeded. Meetings count only if it did and nothing was thrown.
  /// - Throws: why the answer cannot be read.
  public mutating func finish() throws(ReadingError) -> ResponseOutcome {
    defer { handOver() }
    try parser.finish()
    guard let outcome = parser.handler.outcome.outcome else { throw .noReturncode }
    // Some other call's answer, say of a proxy that sends everything to the version page, must not pass for a server
    // without meetings.
    let isListing = parser.handler.hasListing || outcome.messageKey == "noMeetings"
    guard isListing || outcome.returncode == .failed else { throw .noListing }
    return outcome
  }

  private mutating func handOver() {
    if parser.handler.findings.isEmpty { return }
    for finding in parser.handler.findings {
      switch finding {
      case .meeting(let meeting): consumer.take(meeting)
      case .anomaly(let anomaly, let element): consumer.note(anomaly, in: element)
      }
    }
    parser.handler.findings.removeAll(keepingCapacity: true)
  }
}

extension MeetingsReader {
  /// The bytes of text and the findings kept between two pieces; for tests.
  var keptCount: Int { parser.handler.cursor.text.capacity + parser.handler.findings.count }

  /// The room made for findings so far; for tests.
  var findingCapacity: Int { parser.handler.findings.capacity }
}

/// The bytes read between two deliveries; bounds what waits to be delivered, however large the pieces are.
let readingStepBytes = 16 << 10
