import BBBAPI
import BBBReading
import PrometheusText

/// What a `getMeetings` answer adds up to.
///
/// Numbers are doubles, as metrics are: an answer full of absurd numbers cannot overflow them.
struct MeetingsTally: Sendable, Equatable {
  var meetings = 0
  var participants = 0.0
  var participantsMax = 0.0
  var listeners = 0.0
  var voiceParticipants = 0.0
  var videoParticipants = 0.0
  /// People by client type in lower case; the two that dashboards expect are always there.
  var clients: [String: Int] = [ClientType.html5.lowercased: 0, ClientType.dialIn.lowercased: 0]
  /// People by the origin of their meeting.
  var origins: [Origin: Double] = [:]
  var rooms: RoomTallies
  /// Meetings to be told apart over the life of the process; 16 bytes each, the only part that grows with the answer.
  var sightings: [MeetingSighting] = []
  var anomalies = AnomalyCounts()

  init(buckets: RoomBuckets) {
    rooms = RoomTallies(buckets: buckets)
  }
}

extension MeetingsTally: MeetingsConsumer {
  /// Adds a meeting; a field that could not be read adds nothing.
  mutating func take(_ meeting: MeetingReading) {
    meetings += 1
    addCounts(of: meeting)
    addClients(of: meeting)
    addOrigin(of: meeting)
    rooms.add(meeting)
    if let sighting = MeetingSighting(meeting) { sightings.append(sighting) }
  }

  mutating func note(_ anomaly: Anomaly, in element: ResponseElement) {
    anomalies.add(AnomalyCount(anomaly, in: element))
  }

  private mutating func addCounts(of meeting: MeetingReading) {
    let people = Double(meeting.participantCount ?? 0)
    participants += people
    participantsMax = max(participantsMax, people)
    listeners += Double(meeting.listenerCount ?? 0)
    voiceParticipants += Double(meeting.voiceParticipantCount ?? 0)
    videoParticipants += Double(meeting.videoCount ?? 0)
  }

  private mutating func addClients(of meeting: MeetingReading) {
    for entry in meeting.attendeesByClient {
      clients[entry.clientType.lowercased, default: 0] += entry.count
    }
  }

  private mutating func addOrigin(of meeting: MeetingReading) {
    guard let people = meeting.participantCount, people > 0 else { return }
    let origin = Origin(
      server: (meeting.originServerName ?? "").lowercased(), name: (meeting.origin ?? "").lowercased())
    origins[origin, default: 0] += Double(people)
  }
}

/// Who created a meeting, in lower case; empty where the meeting does not say.
struct Origin: Sendable, Hashable, Comparable {
  let server: String
  let name: String

  static func < (lhs: Origin, rhs: Origin) -> Bool {
    (lhs.server, lhs.name) < (rhs.server, rhs.name)
  }
}

extension ClientType {
  /// The type as the metric's label shows it.
  fileprivate var lowercased: String { rawValue.lowercased() }
}
