import BBBAPI
import BBBClient
import BBBReading

/// Makes calls and reads their answers as they arrive.
struct AnswerReading: Sendable {
  let client: APIClient
  let rules: TallyRules
  let clock: ScrapeClock

  /// The meetings of the server, added up.
  func meetings() async throws(CallFailure) -> MeetingsTally {
    let reply = try await client.reply(to: ScrapeCall.meetings.request)
    let time = AnswerTime(date: reply.date, wall: clock.wall())
    var reader = MeetingsReader(consumer: MeetingsTally(rules: rules, time: time))
    try await reply.forEachChunk { chunk throws(CallFailure) in
      try reply.explaining { () throws(ReadingError) in try reader.feed(chunk) }
      try reader.consumer.throwIfTooLong()
    }
    let outcome = try reply.explaining { () throws(ReadingError) in try reader.finish() }
    try outcome.throwIfFailed()
    var tally = reader.consumer
    tally.finish()
    return tally
  }

  /// The recordings that a request lists, counted.
  func recordings(_ request: APIRequest) async throws(CallFailure) -> RecordingsReading {
    let reply = try await client.reply(to: request)
    var reader = RecordingsReader()
    try await reply.forEachChunk { chunk throws(CallFailure) in
      try reply.explaining { () throws(ReadingError) in try reader.feed(chunk) }
    }
    let reading = try reply.explaining { () throws(ReadingError) in try reader.finish() }
    try reading.outcome.throwIfFailed()
    return reading
  }
}

extension APIReply {
  /// Says of an answer that cannot be read whether it is a web page, which explains more than what its XML lacks.
  func explaining<Value>(
    _ step: () throws(ReadingError) -> Value
  ) throws(CallFailure) -> Value {
    do throws(ReadingError) {
      return try step()
    } catch {
      if case .notBBB(let root) = error, root?.lowercased() == "html" { throw .webPage }
      if isDeclaredHTML { throw .webPage }
      throw .unreadable(reason: error.description)
    }
  }
}

extension ResponseOutcome {
  func throwIfFailed() throws(CallFailure) {
    guard returncode == .failed else { return }
    throw .failed(messageKey: messageKey ?? "", message: message ?? "")
  }
}

extension MeetingsTally {
  fileprivate func throwIfTooLong() throws(CallFailure) {
    if meetings > Self.limit { throw .unreadable(reason: "it lists more than \(Self.limit) meetings") }
  }
}
