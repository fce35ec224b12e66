import XMLStreaming

/// Makes meetings and anomalies of the events of a `getMeetings` answer, and holds them until they are taken.
struct MeetingsHandler: AnswerHandler {
  /// What the answer has brought.
  enum Finding {
    case meeting(MeetingReading)
    case anomaly(Anomaly, ResponseElement)
  }

  /// What BBB writes for every meeting (facts §2.6, §2.7), as far as figures need it, in the order of its template.
  static let required: [Place] = [
    .meetingID, .internalMeetingID, .createTime, .recorded, .participantCount, .listenerCount,
    .voiceParticipantCount, .videoCount, .moderatorCount, .attendees, .isBreakout,
  ]

  var cursor = AnswerCursor()
  private(set) var outcome = OutcomeDraft()
  /// In document order; emptied by the reader after every step.
  var findings: [Finding] = []
  /// Whether a `<meetings>` came, be it empty.
  private(set) var hasListing = false
  private var meeting = MeetingReading()
  private var clients = ClientTally()

  @inline(__always)
  mutating func act(on step: AnswerCursor.Step) {
    switch step {
    case .nothing: break
    case .closed(let place): close(place)
    case .odd(let anomaly, let element): note(anomaly, in: element)
    }
  }

  @inline(never)
  private mutating func close(_ place: Place) {
    switch place {
    case .clientType: report(clients.add(cursor.text), in: place)
    case .attendee: report(missing: [.clientType])
    case .meeting: closeMeeting()
    case .meetings: hasListing = true
    default: report(keepValue(of: place), in: place)
    }
  }

  private mutating func keepValue(of place: Place) -> Anomaly? {
    switch place {
    case .meetingID: cursor.text.identifier.store(in: &meeting.meetingID)
    case .meetingName: cursor.text.label.store(in: &meeting.meetingName)
    case .internalMeetingID: cursor.text.identifier.store(in: &meeting.internalMeetingID)
    case .createTime: cursor.text.number.store(in: &meeting.createTime)
    case .recorded: cursor.text.boolean.store(in: &meeting.isRecorded)
    case .isBreakout: cursor.text.boolean.store(in: &meeting.isBreakout)
    case .origin: cursor.text.label.store(in: &meeting.origin)
    case .originServerName: cursor.text.label.store(in: &meeting.originServerName)
    case .participantCount: cursor.text.count.store(in: &meeting.participantCount)
    case .listenerCount: cursor.text.count.store(in: &meeting.listenerCount)
    case .voiceParticipantCount: cursor.text.count.store(in: &meeting.voiceParticipantCount)
    case .videoCount: cursor.text.count.store(in: &meeting.videoCount)
    case .moderatorCount: cursor.text.count.store(in: &meeting.moderatorCount)
    default: outcome.take(cursor.text, from: place)
    }
  }

  private mutating func closeMeeting() {
    report(missing: Self.required)
    meeting.attendeesByClient = clients.takeCounts()
    findings.append(.meeting(meeting))
    meeting = MeetingReading()
  }

  private mutating func report(missing required: [Place]) {
    for place in required where !cursor.seen.contains(place) { report(.missingElement, in: place) }
  }

  private mutating func report(_ anomaly: Anomaly?, in place: Place) {
    if let anomaly { note(anomaly, in: place.element) }
  }

  @inline(never)
  private mutating func note(_ anomaly: Anomaly, in element: ResponseElement) {
    findings.append(.anomaly(anomaly, element))
  }
}
