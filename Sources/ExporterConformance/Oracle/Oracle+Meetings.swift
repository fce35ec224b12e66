import BBBAPI
import TimelineEngine

extension Oracle {
  /// What getMeetings alone tells; absent while it fails.
  func meetings(_ evidence: Evidence) -> [ExpectedFamily] {
    guard evidence.history.knowsMeetings else {
      return Contract.meetingFamilies.map { ExpectedFamily($0, .forbidden) }
    }
    let meetings = evidence.listing
    let sums = RoomCount.allCases.map { count in
      Self.gauge(count.sumFamily, meetings.reduce(0) { $0 + ($1.counts[count] ?? 0) })
    }
    return [
      Self.gauge("bbb_meetings", meetings.count),
      Self.gauge(
        "bbb_meetings_participants_max", meetings.compactMap { $0.counts[.participants] }.max() ?? 0),
      clients(meetings), origins(meetings),
    ] + sums
  }

  private func clients(_ meetings: [ListedMeeting]) -> ExpectedFamily {
    var counts = ["html5": 0, "dial-in": 0]
    for clientType in meetings.lazy.flatMap(\.clientTypes) {
      if let clientType { counts[clientType.lowercased(), default: 0] += 1 }
    }
    let name = "bbb_meetings_participant_clients"
    let series = counts.sorted { $0.key < $1.key }.map {
      ExpectedSeries(name, ["type": $0.key], .exactly($0.value))
    }
    return ExpectedFamily(Self.family(name), .demanded, series)
  }

  private func origins(_ meetings: [ListedMeeting]) -> ExpectedFamily {
    var counts: [Place: Int] = [:]
    for meeting in meetings {
      guard let people = meeting.counts[.participants], people > 0 else { continue }
      counts[Place(of: meeting), default: 0] += people
    }
    let name = "bbb_meetings_participants_origin"
    let series = counts.sorted { $0.key < $1.key }.map { place, count in
      ExpectedSeries(name, ["server": place.server, "name": place.name], .exactly(count))
    }
    // Without a participant there is no series, and then nothing but its header could be demanded.
    return ExpectedFamily(Self.family(name), series.isEmpty ? .optional : .demanded, series)
  }
}

/// Where a meeting was made, as the labels show it.
private struct Place: Hashable, Comparable {
  let server: String
  let name: String

  init(of meeting: ListedMeeting) {
    (server, name) = (meeting.originServer.lowercased(), meeting.originName.lowercased())
  }

  static func < (lhs: Place, rhs: Place) -> Bool { (lhs.server, lhs.name) < (rhs.server, rhs.name) }
}
