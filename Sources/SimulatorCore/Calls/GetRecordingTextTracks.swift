public import BBBAPI
public import Determinism
import Synchronization
import TimelineEngine

extension Simulation {
  /// Lists the text tracks of a recording, each with leave to read it once (facts §2.14).
  mutating func getRecordingTextTracks(_ parameters: QueryParameters) -> Answer {
    let recordID = parameters["recordID"] ?? ""
    guard let tracks = world.textTracks.tracks(of: recordID) else {
      return .recording(.textTracksFailed(.recordingNotFound(recordID)))
    }
    guard !tracks.isEmpty else { return .recording(.textTracksFailed(.captionsNotFound(recordID))) }
    var random = commandStream.stream
    let granted = tracks.map { track in
      let grant = TextTrackGrant(
        recordID: recordID, fileName: track.fileName, token: random.nextMixedCaseAlphanumerics(32))
      return (track: track, grant: grant)
    }
    timeline.perform(.grantTextTracks(granted.map(\.grant)))
    return .recording(.textTracks(granted))
  }
}

extension Simulator {
  /// Makes use of the leave that ``APICall/getRecordingTextTracks`` gave: the track, or nil for a token that is used, older
  /// than an hour, or another track's.
  public func redeem(_ grant: TextTrackGrant, at instant: SimulatedInstant) -> TextTrack? {
    let track = simulation.withLock { simulation -> TextTrack? in
      simulation.timeline.advance(to: instant)
      let world = simulation.world
      guard let track = world.textTracks.track(for: grant, at: world.instant) else { return nil }
      simulation.timeline.perform(.redeemTextTrack(token: grant.token))
      return track
    }
    if track != nil { calls.ring() }
    return track
  }
}
