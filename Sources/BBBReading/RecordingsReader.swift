public import XMLStreaming

/// What a `getRecordings` answer says.
public struct RecordingsReading: Sendable, Equatable {
  /// Whether the call succeeded; `noRecordings` is a success.
  public var outcome: ResponseOutcome
  /// The number of recordings listed; 0 or more.
  public var listedCount: Int
  /// The number of recordings before pagination, where the server says it: only from 2.6, and only if the request had
  /// a limit (facts §2.10); 0 or more.
  public var totalElements: Int?
  /// What was odd, each kind and element once.
  public var anomalies: [AnomalyCount]

  /// Makes a reading.
  public init(
    outcome: ResponseOutcome, listedCount: Int, totalElements: Int? = nil, anomalies: [AnomalyCount] = []
  ) {
    self.outcome = outcome
    self.listedCount = listedCount
    self.totalElements = totalElements
    self.anomalies = anomalies
  }
}

/// Counts the recordings of a `getRecordings` answer as it arrives; keeps none of them.
public struct RecordingsReader: ~Copyable {
  private var parser: AnswerParser<RecordingsHandler>

  /// Makes a reader for one answer.
  public init(limits: XMLLimits = XMLLimits()) {
    parser = AnswerParser(handler: RecordingsHandler(), limits: limits)
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
  public mutating func finish() throws(ReadingError) -> RecordingsReading {
    try parser.finish()
    guard let reading = parser.handler.reading else { throw .noReturncode }
    return reading
  }
}

/// Counts the recordings among the events of a `getRecordings` answer.
struct RecordingsHandler: AnswerHandler {
  var cursor = AnswerCursor()
  private var outcome = OutcomeDraft()
  private var listedCount = 0
  private var totalElements: Int?
  private var anomalies = AnomalyTally()

  var reading: RecordingsReading? {
    outcome.outcome.map {
      RecordingsReading(
        outcome: $0, listedCount: listedCount, totalElements: totalElements, anomalies: anomalies.counts)
    }
  }

  @inline(__always)
  mutating func act(on step: AnswerCursor.Step) {
    switch step {
    case .nothing: break
    case .closed(.recording): listedCount += 1
    case .closed(.totalElements), .closed(.paginationTotalElements): closeTotalElements()
    case .closed(let place):
      if let anomaly = outcome.take(cursor.text, from: place) { anomalies.add(anomaly, in: place.element) }
    case .odd(let anomaly, let element): anomalies.add(anomaly, in: element)
    }
  }

  private mutating func closeTotalElements() {
    switch cursor.text.count {
    case .read(let count): totalElements = totalElements ?? count
    case .odd(let anomaly): anomalies.add(anomaly, in: .totalElements)
    }
  }
}
