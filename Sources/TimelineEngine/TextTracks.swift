public import BBBAPI
public import Determinism

/// The text tracks of a server's recordings.
public struct TextTracks: Sendable, Equatable {
  /// How long a leave to read holds (facts §2.14).
  public static let grantLifetime = Duration.seconds(3600)

  private struct Leave: Sendable, Equatable {
    var grant: TextTrackGrant
    var until: SimulatedInstant
  }

  private var tracks: [String: [TextTrack]] = [:]
  private var leaves: [Leave] = []

  /// The tracks of a recording in the order in which they came; nil when it never had any.
  public func tracks(of recordID: String) -> [TextTrack]? { tracks[recordID] }

  /// The track that a token lets its holder read at this moment; nil when the token is used, old or another's.
  public func track(for grant: TextTrackGrant, at instant: SimulatedInstant) -> TextTrack? {
    guard leaves.contains(where: { $0.grant == grant && $0.until > instant }) else { return nil }
    return tracks[grant.recordID]?.first { $0.fileName == grant.fileName }
  }

  mutating func put(_ track: TextTrack, to recordID: String) {
    tracks[recordID, default: []].removeAll { $0.fileName == track.fileName }
    tracks[recordID, default: []].append(track)
  }

  /// Leaves that are over are forgotten with every new one.
  mutating func grant(_ grants: [TextTrackGrant], at instant: SimulatedInstant) {
    leaves.removeAll { $0.until <= instant }
    let until = instant.advanced(by: Self.grantLifetime)
    leaves += grants.map { Leave(grant: $0, until: until) }
  }

  mutating func redeem(_ token: String) { leaves.removeAll { $0.grant.token == token } }
}
