import BBBReading

/// Keeps every meeting and counts every anomaly, in the order of their coming.
struct MeetingRecorder: MeetingsConsumer {
  private(set) var meetings: [MeetingReading] = []
  private(set) var anomalies: [String] = []

  mutating func take(_ meeting: MeetingReading) { meetings.append(meeting) }
  mutating func note(_ anomaly: Anomaly, in element: ResponseElement) {
    anomalies.append("\(anomaly) \(element.rawValue)")
  }
}

/// How reading an answer went.
struct MeetingsAnswer: Equatable {
  var meetings: [MeetingReading] = []
  var anomalies: [String] = []
  var outcome: ResponseOutcome?
  var error: ReadingError?

  /// Reads an answer in pieces of some size.
  init(_ body: some Sequence<UInt8>, pieces size: Int = .max) {
    let bytes = Array(body)
    var reader = MeetingsReader(consumer: MeetingRecorder())
    do throws(ReadingError) {
      for piece in bytes.pieces(of: size) { try reader.feed(piece.span.bytes) }
      outcome = try reader.finish()
    } catch {
      self.error = error
    }
    meetings = reader.consumer.meetings
    anomalies = reader.consumer.anomalies
  }

  init(_ body: String) { self.init(body.utf8) }
}

/// Reads a `getRecordings` answer in pieces of some size.
func recordings(in body: some Sequence<UInt8>, pieces size: Int = .max) throws(ReadingError)
  -> RecordingsReading
{
  let bytes = Array(body)
  var reader = RecordingsReader()
  for piece in bytes.pieces(of: size) { try reader.feed(piece.span.bytes) }
  return try reader.finish()
}

extension [UInt8] {
  fileprivate func pieces(of size: Int) -> [[UInt8]] {
    stride(from: 0, to: count, by: size).map { Array(self[$0...].prefix(size)) }
  }
}

/// The children of a meeting in which nothing is odd.
let soundFields: [(name: String, value: String)] = [
  ("meetingID", "m"), ("internalMeetingID", "i-1"), ("createTime", "1735689600123"), ("recording", "true"),
  ("participantCount", "3"), ("listenerCount", "1"), ("voiceParticipantCount", "2"), ("videoCount", "0"),
  ("moderatorCount", "1"), ("attendees", ""), ("metadata", ""), ("isBreakout", "false"),
]

/// An answer with one meeting, sound but for what is given.
///
/// - Parameters:
///   - changes: fields with other content.
///   - absent: the field that is left out.
///   - extra: markup that comes last in the meeting.
/// - Returns: the body.
func answer(
  changing changes: [String: String] = [:], without absent: String? = nil, adding extra: String = ""
) -> String {
  let children = soundFields.filter { $0.name != absent }.map { field in
    "<\(field.name)>\(changes[field.name, default: field.value])</\(field.name)>\n"
  }
  return answer(meetings: "<meeting>\n\(children.joined())\(extra)</meeting>\n")
}

/// A successful answer with a list of meetings.
func answer(meetings: String) -> String {
  "<response>\n<returncode>SUCCESS</returncode>\n<meetings>\n\(meetings)</meetings>\n</response>"
}
