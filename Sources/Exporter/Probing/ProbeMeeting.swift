import BBBAPI
import BBBClient

/// The meeting of one run of the synthetic probe: it harms nobody, and ends by itself if all else fails.
struct ProbeMeeting: Sendable, Equatable {
  /// The metadata `bbb-origin` by which every exporter of this kind knows such meetings, and counts them apart.
  static let origin = "bbb-exporter-probe"

  let meetingID: String
  /// Known again after a crash, so that a leftover can be ended where `end` wants the password (up to 2.4); known to
  /// nobody who lacks the secret of the server.
  let moderatorPW: String

  /// A meeting that is known by its ID, as one that an earlier process left behind.
  init(meetingID: String, secret: SharedSecret) {
    self.meetingID = meetingID
    moderatorPW = String(
      Checksum.hexDigest(call: Self.origin, query: meetingID, secret: secret, algorithm: .sha256).prefix(32))
  }

  /// A new meeting.
  init(prefix: String, secret: SharedSecret) {
    var random = SystemRandomNumberGenerator()  // a CSPRNG, by its documentation
    let suffix = String(random.next(), radix: 16)
    self.init(meetingID: prefix + suffix, secret: secret)
  }

  /// The beginning of all IDs of one exporter, and of no other: another one's meetings are none of its business. The
  /// instance is what is the same after a restart and different elsewhere, such as host and port.
  static func prefix(instance: String) -> String {
    let digest = Checksum.hexDigest(call: instance, query: "", secret: SharedSecret(""), algorithm: .sha256)
    return "\(origin)-\(digest.prefix(8))-"
  }

  func request(_ step: ProbeStep) -> APIRequest {
    APIRequest(step.call, parameters(of: step).map { Metadatum($0, $1) })
  }

  private func parameters(of step: ProbeStep) -> [(String, String)] {
    let id = ("meetingID", meetingID)
    return switch step {
    case .create: [("name", "bbb-exporter probe"), id] + Self.creation + [("moderatorPW", moderatorPW)]
    // Without redirect, so that no client is loaded; up to 2.3 the password decides, later the role.
    case .join:
      [
        ("fullName", "bbb-exporter probe"), id, ("password", moderatorPW), ("role", "MODERATOR"),
        ("redirect", "false"),
      ]
    case .info: [id]
    case .end: [id, ("password", moderatorPW)]
    }
  }

  private static let creation = [
    ("maxParticipants", "2"), ("record", "false"), ("autoStartRecording", "false"),
    ("allowStartStopRecording", "false"), ("meta_bbb-origin", origin),
    // Minutes: when nobody ends it, the server does.
    ("duration", "2"), ("meetingExpireIfNoUserJoinedInMinutes", "1"),
  ]
}
