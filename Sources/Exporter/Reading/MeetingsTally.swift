import BBBAPI
import BBBReading
import PrometheusText

/// What decides how meetings are added up.
struct TallyRules: Sendable, Equatable {
  let buckets: RoomBuckets
  /// The series of single meetings; nil when there are none.
  let series: MeetingSeriesSettings?
}

extension TallyRules {
  init(_ settings: MetricsSettings) {
    self.init(buckets: settings.roomBuckets, series: settings.meetingSeries)
  }
}

/// What a `getMeetings` answer adds up to.
///
/// Numbers are doubles, as metrics are: an answer full of absurd numbers cannot overflow them.
struct MeetingsTally: Sendable, Equatable {
  /// The most meetings of an answer, a hundred times a large server's; one with more counts as unreadable, or an endless
  /// one would fill the memory.
  static let limit = 100_000

  var meetings = 0
  var participants = 0.0
  var participantsMax = 0.0
  var listeners = 0.0
  var voiceParticipants = 0.0
  var videoParticipants = 0.0
  var moderators = 0.0
  var flags = FlagTallies()
  /// People by client type in lower case; the two that dashboards expect are always there.
  var clients = CappedSums<LabelText>(
    limit: Self.clientTypeLimit, pinned: [ClientType.html5.label, ClientType.dialIn.label])
  /// People by the origin of their meeting.
  var origins = CappedSums<Origin>(limit: Origin.limit)
  var rooms: RoomTallies
  /// Meetings with series of their own; nil when none has.
  var series: OldestMeetings?
  /// Meetings to be told apart over the life of the process; 16 bytes each, the only part that grows with the answer.
  var sightings: [MeetingSighting] = []
  /// Meetings of synthetic probes, which are counted here and nowhere else.
  var probeMeetings = 0
  var anomalies = AnomalyCounts()
  let time: AnswerTime

  /// The most client types with series of their own beside the usual two; BBB knows three in all.
  static let clientTypeLimit = 50

  init(rules: TallyRules, time: AnswerTime) {
    rooms = RoomTallies(buckets: rules.buckets)
    series = rules.series.map(OldestMeetings.init)
    self.time = time
  }
}

extension MeetingsTally: MeetingsConsumer {
  /// Adds a meeting; a field that could not be read adds nothing.
  mutating func take(_ meeting: MeetingReading) {
    if meeting.origin == ProbeMeeting.origin {
      probeMeetings += 1
      return
    }
    meetings += 1
    addCounts(of: meeting)
    flags.add(meeting)
    addClients(of: meeting)
    addOrigin(of: meeting)
    let duration = duration(of: meeting)
    rooms.add(meeting, duration: duration)
    series?.offer(meeting, duration: duration)
    if let sighting = MeetingSighting(meeting) { sightings.append(sighting) }
  }

  mutating func note(_ anomaly: Anomaly, in element: ResponseElement) {
    anomalies.add(AnomalyCount(anomaly, in: element))
  }

  /// Ends the answer: keeps what may be kept of it, and notes what was too much.
  mutating func finish() {
    series?.letGo()
    clients.letGo()
    origins.letGo()
    if clients.hasRest { note(.tooManyClientTypes, in: .clientType) }
    if origins.hasRest { note(.tooManyOrigins, in: .origin) }
  }

  private mutating func addCounts(of meeting: MeetingReading) {
    let people = Double(meeting.participantCount ?? 0)
    participants += people
    participantsMax = max(participantsMax, people)
    listeners += Double(meeting.listenerCount ?? 0)
    voiceParticipants += Double(meeting.voiceParticipantCount ?? 0)
    videoParticipants += Double(meeting.videoCount ?? 0)
    moderators += Double(meeting.moderatorCount ?? 0)
  }

  private mutating func addClients(of meeting: MeetingReading) {
    for entry in meeting.attendeesByClient {
      let label = entry.clientType.label
      if label.isOverlong {
        clients.addToRest(Double(entry.count))
      } else {
        clients.add(Double(entry.count), to: label)
      }
    }
  }

  private mutating func addOrigin(of meeting: MeetingReading) {
    guard let people = meeting.participantCount, people > 0 else { return }
    let origin = Origin(server: meeting.originServerName ?? "", name: meeting.origin ?? "")
    if origin.isOverlong {
      origins.addToRest(Double(people))
    } else {
      origins.add(Double(people), to: origin)
    }
  }

  private mutating func duration(of meeting: MeetingReading) -> Double? {
    guard let createTime = meeting.createTime else { return nil }
    guard createTime > 0 else {
      note(.malformedNumber, in: .createTime)
      return nil
    }
    let duration = time.duration(sinceMilliseconds: createTime)
    if duration == nil { note(.createdInFuture, in: .createTime) }
    return duration
  }
}

extension ClientType {
  /// What stands for all the others.
  static let othersLabel = LabelText("(other)")

  /// The type as the metric's label shows it.
  fileprivate var label: LabelText { LabelText(rawValue).lowercased }
}
