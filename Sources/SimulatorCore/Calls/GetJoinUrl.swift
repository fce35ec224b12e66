import BBBAPI
import BBBWire
import TimelineEngine

extension Simulation {
  /// A signed link with which the same person may join from another browser.
  ///
  /// Odd as bbb-web makes it: the query begins with `&`, name and meeting ID are encoded twice, SHA-1 signs it.
  /// - Source: facts §2.18, §6.13; ApiController `getJoinUrl`.
  func getJoinUrl(_ parameters: QueryParameters, _ request: APIRequest) -> Answer {
    if profile.rejectsRepeatedChecksum, parameters.values(of: "checksum").count > 1 {
      return refused(APIFailure.checksumMismatch.message, parameters)
    }
    switch session(parameters, request) {
    case .invalid(let failure): return refused(failure.message, parameters)
    case .foreign: return refused("Invalid Session", parameters)
    case .valid(let session, let meeting) where meeting.isRunning:
      let query = joinQuery(session, meeting, parameters)
      let checksum = Checksum.hexDigest(call: "join", query: query, secret: secret, algorithm: .sha1)
      let url = "\(request.serverURL)/bigbluebutton/api/join?\(query)&checksum=\(checksum)"
      return .json(
        .response([
          "returncode": "SUCCESS", "message": "Join URL provided successfully.", "url": .string(url),
        ]))
    case .valid: return refused("Meeting not found", parameters)
    }
  }

  /// What session calls answer in JSON when they do not do it; the token comes back.
  func refused(_ message: String, _ parameters: QueryParameters) -> Answer {
    .json(
      .response([
        "returncode": "FAILED", "message": .string(message),
        "sessionToken": parameters["sessionToken"].map { .string($0) } ?? .null,
      ]))
  }

  private func joinQuery(
    _ session: UserSession, _ meeting: Meeting, _ parameters: QueryParameters
  ) -> String {
    var query: [Metadatum] = [
      Metadatum("fullName", PercentCoding.encodeLikeJava(session.fullName)),
      Metadatum("meetingID", PercentCoding.encodeLikeJava(meeting.details.meetingID)),
      Metadatum("role", session.role.rawValue), Metadatum("redirect", "true"),
      Metadatum("existingUserID", session.client.userID),
    ]
    if parameters.flag("replaceSession") {
      query.append(Metadatum("replaceSessionToken", session.client.sessionToken))
    }
    if let name = parameters.text("sessionName") { query.append(Metadatum("sessionName", name)) }
    query += JoinURLFilter(of: session, in: meeting).passed(parameters)
    return JavaHashOrder.sorted(query).map { "&\($0.key)=\(PercentCoding.encodeLikeJava($0.value))" }.joined()
  }
}

/// What a link may carry of the caller's parameters.
private struct JoinURLFilter {
  private let mayAll: Bool

  /// `getJoinUrlUserdataBlocklist`: what viewers may not give themselves.
  private static let blockedForViewers: Set<String> = [
    "bbb_record_permission", "bbb_record_video", "bbb_fullaudio_bridge", "bbb_transparent_listen_only",
    "bbb_multi_user_pen_only", "bbb_presenter_tools", "bbb_multi_user_tools",
  ]

  init(of session: UserSession, in meeting: Meeting) {
    mayAll = session.role == .moderator && meeting.details.breakout == nil
  }

  /// Of a repeated parameter the last value.
  func passed(_ parameters: QueryParameters) -> [Metadatum] {
    let pairs = parameters.pairs
    let last = Dictionary(pairs.enumerated().map { ($1.key, $0) }) { _, later in later }
    return pairs.enumerated()
      .filter { last[$1.key] == $0 && !$1.value.isEmpty && passes($1.key) }
      .map(\.element)
  }

  private func passes(_ name: String) -> Bool {
    if name == "enforceLayout" { return true }
    let prefix = "userdata-"
    guard name.hasPrefix(prefix) else { return false }
    let key = String(name.dropFirst(prefix.count))
    let isPlain = key.utf8.allSatisfy { $0.isLetter || $0.isDigit || "_.".utf8.contains($0) }
    return isPlain && (mayAll || !Self.blockedForViewers.contains(key))
  }
}

/// The order in which a Java `HashMap` of strings gives its entries back, while it has at most twelve.
enum JavaHashOrder {
  /// The entries by the bucket of their keys; those of one bucket in the order in which they were put in.
  static func sorted(_ entries: [Metadatum]) -> [Metadatum] {
    var buckets: UInt32 = 16
    while entries.count > Int(buckets) * 3 / 4 { buckets *= 2 }
    return entries.enumerated()
      .sorted {
        (bucket($0.element.key, of: buckets), $0.offset) < (bucket($1.element.key, of: buckets), $1.offset)
      }
      .map(\.element)
  }

  /// `String.hashCode`, its halves folded, modulo a power of two.
  private static func bucket(_ key: String, of count: UInt32) -> UInt32 {
    let hash = key.utf16.reduce(UInt32(0)) { $0 &* 31 &+ UInt32($1) }
    return (hash ^ (hash >> 16)) & (count - 1)
  }
}
