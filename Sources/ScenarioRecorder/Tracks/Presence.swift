import BBBAPI

/// Who of those whom a meeting lists is there, and what they send.
///
/// BBB lists people for up to a minute after they left (facts §4.3) and does not say who they are; only the number of
/// participants leaves them out. Afterwards it is plain: who left is silent, and vanishes from the list first.
struct Presence: Sendable {
  /// How somebody is at one poll.
  struct State: Sendable, Equatable {
    var audio: Audio
    var cameraStreams: Int
  }

  /// For each stay of the track its states poll by poll from its first; nil where the person has left.
  private(set) var states: [[State?]]

  init(of track: MeetingTrack) {
    states = track.stays.map { _ in [] }
    for poll in track.first...track.last {
      let listed = track.stays.indices.filter { track.stays[$0].observation(at: poll) != nil }
      let gone = gone(among: listed, of: track, at: poll)
      let streams = streams(of: listed.filter { !gone.contains($0) }, of: track, at: poll)
      for stay in listed {
        let observation = track.stays[stay].observations[poll - track.stays[stay].first]
        let state = State(audio: observation.audio, cameraStreams: streams[stay] ?? 0)
        states[stay].append(gone.contains(stay) ? nil : state)
      }
    }
  }

  /// As many as the server lists beyond its own count.
  private func gone(among listed: [Int], of track: MeetingTrack, at poll: Int) -> Set<Int> {
    guard let online = track.participantCounts[poll - track.first], online < listed.count else { return [] }
    let silent = listed.filter { track.stays[$0].observation(at: poll)?.mayBeGone ?? false }
    let likeliest = silent.sorted { likelihood($0, track, poll) < likelihood($1, track, poll) }
    return Set(likeliest.prefix(listed.count - online))
  }

  /// Lower for those who are likelier to have left: who vanishes soonest, was gone before, and presents nothing.
  private func likelihood(_ stay: Int, _ track: MeetingTrack, _ poll: Int) -> (Int, Int, Int, Int) {
    let wasGone = states[stay].last.map { $0 == nil } ?? false
    let presents = track.stays[stay].observation(at: poll)?.isPresenter ?? false
    return (track.stays[stay].last, wasGone ? 0 : 1, presents ? 1 : 0, stay)
  }

  /// At least one stream for everybody with a camera; the rest of the server's count stays with whom it was, or goes
  /// to the first.
  private func streams(of present: [Int], of track: MeetingTrack, at poll: Int) -> [Int: Int] {
    let filmed = present.filter { track.stays[$0].observation(at: poll)?.hasVideo ?? false }
    guard let first = filmed.first else { return [:] }
    var streams: [Int: Int] = [:]
    for stay in filmed { streams[stay] = max(1, states[stay].last.flatMap { $0 }?.cameraStreams ?? 1) }
    guard let count = track.videoCounts[poll - track.first] else { return streams }
    var surplus = filmed.reduce(0) { $0 + (streams[$1] ?? 0) } - count
    for floor in [1, 0] {
      for stay in filmed.reversed() {
        let taken = min(max(0, surplus), (streams[stay] ?? 0) - floor)
        streams[stay, default: 0] -= taken
        surplus -= taken
      }
    }
    streams[first, default: 0] += min(max(0, -surplus), Self.mostStreams)
    return streams
  }

  /// What a scenario lets one person send, less their own.
  private static let mostStreams = 90
}
