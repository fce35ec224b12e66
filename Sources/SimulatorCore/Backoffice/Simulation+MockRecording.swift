import BBBAPI
import Determinism
import TimelineEngine

extension Simulation {
  /// A recording of a meeting, or of the so-manieth breakout room of one.
  mutating func createMockRecording(
    _ parameters: QueryParameters, _ playback: [Recording.PlaybackFormat]
  ) -> BackofficeAnswer {
    if parameters.text("meetingID") == nil && mockMeeting(parameters, "parentMeetingID") == nil {
      return .notFound("a parent meeting with that meeting ID")
    }
    guard let meeting = recordedMeeting(parameters) else {
      return .notFound("a meeting with that meeting ID")
    }
    var recording = Recording(of: meeting, parameters, at: world.instant)
    recording.recordID = parameters.text("recordID") ?? freeRecordID(for: meeting, from: recording.startTime)
    recording.formats = playback.isEmpty ? [recording.presentation] : playback
    timeline.perform(.addRecording(recording))
    return .success(("recordID", .text(recording.recordID)))
  }

  private func recordedMeeting(_ parameters: QueryParameters) -> Meeting? {
    if parameters.text("meetingID") != nil { return mockMeeting(parameters) }
    let parent = mockMeeting(parameters, "parentMeetingID")
    let sequence = max(1, parameters.number("sequence") ?? 1)
    return parent?.breakoutRooms.dropFirst(sequence - 1).first.flatMap { world.meeting(withExternalID: $0) }
  }

  /// An ID that `getRecordings` finds by the meeting's; a millisecond later while it is taken.
  private func freeRecordID(for meeting: Meeting, from startTime: Int64) -> String {
    let prefix = MeetingIdentifiers.recordIDPrefix(meetingID: meeting.details.meetingID)
    var time = startTime
    while world.isInternalIDTaken("\(prefix)-\(time)") { time += 1 }
    return "\(prefix)-\(time)"
  }
}

extension Recording {
  /// Times come in seconds; without them the recording is of the hour that ends now.
  fileprivate init(of meeting: Meeting, _ parameters: QueryParameters, at instant: SimulatedInstant) {
    let now = instant.millisecondsSinceEpoch
    let start = parameters["startTime"].flatMap { Int64($0) }.flatMap(Self.milliseconds) ?? now - 3_600_000
    let end = parameters["endTime"].flatMap { Int64($0) }.flatMap(Self.milliseconds) ?? start + 3_600_000
    let isHidden = ["", "0"].contains(parameters["published"] ?? "1")
    self.init(
      recordID: "", meetingID: meeting.details.meetingID, name: meeting.details.name,
      state: isHidden ? .unpublished : .published, startTime: start, endTime: max(start, end),
      participants: 1,
      rawSize: max(0, end - start) * 16)
    metadata = parameters.mockMetadata
    breakout = meeting.details.breakout
  }

  /// Nil for what no clock shows.
  private static func milliseconds(_ seconds: Int64) -> Int64? {
    (0...253_402_300_799).contains(seconds) ? seconds * 1000 : nil
  }

  fileprivate var presentation: PlaybackFormat {
    PlaybackFormat(
      type: "presentation", url: "/playback/presentation/2.3/\(recordID)", processingTime: 0,
      lengthInMilliseconds: endTime - startTime, size: rawSize / 2)
  }
}
