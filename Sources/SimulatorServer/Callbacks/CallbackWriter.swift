import BBBAPI
import Determinism
import Foundation
import JWTKit
import TimelineEngine

/// Makes callbacks of what happened.
///
/// - Source: facts §2.19, §4.5.
struct CallbackWriter: Sendable {
  let secret: SharedSecret
  /// What webhooks carry as `domain`.
  let domain: String
  private let keys256 = JWTKeyCollection()
  private let keys512 = JWTKeyCollection()

  init(secret: SharedSecret, domain: String) async {
    self.secret = secret
    self.domain = domain
    let key = Self.key(secret)
    await keys256.add(hmac: key, digestAlgorithm: .sha256)
    await keys512.add(hmac: key, digestAlgorithm: .sha512)
  }

  /// The secret with zeros behind it up to 64 bytes: the same key to HMAC, which fills keys up so (RFC 2104), and long
  /// enough for JWTKit, which traps on keys shorter than a digest.
  private static func key(_ secret: SharedSecret) -> HMACKey {
    let bytes = Array(secret.reveal.utf8)
    return HMACKey(from: bytes + repeatElement(0, count: max(0, 64 - bytes.count)))
  }

  func callbacks(of happened: Happened, hooks: [Webhook]) async throws -> [Callback] {
    let events = hooks.isEmpty ? [] : WebhookEvent.events(of: happened)
    return try await own(happened.happening)
      + events.flatMap { event in
        hooks.filter { $0.wants(event) }.map { webhook($0, event, at: happened.instant) }
      }
  }

  private func own(_ happening: Happening) async throws -> [Callback] {
    switch happening {
    case .meetingEnded(let meeting, let hasRecordingMarks):
      return try await ended(meeting, hasRecordingMarks)
    case .recordingEntered(let recording, let before)
    where recording.state == .published && before != .unpublished:
      return try await ready(recording)
    default: return []
    }
  }

  private func ended(_ meeting: Meeting, _ hasRecordingMarks: Bool) async throws -> [Callback] {
    let details = meeting.details
    var callbacks: [Callback] = []
    if let url = details.value("endcallbackurl"), details.breakout == nil {
      let query = "recordingmarks=\(hasRecordingMarks)&meetingID=\(Self.encoded(details.meetingID))"
      callbacks.append(Callback(kind: .endCallbackURL, method: "GET", url: Self.adding(query, to: url)))
    }
    if let url = details.settings.parameter("meetingEndedURL") {
      callbacks.append(Callback(kind: .meetingEndedURL, method: "GET", url: url))
    }
    if let url = details.value("analytics-callback-url"), details.settings.flag("meetingKeepEvents") {
      callbacks.append(try await analytics(meeting.analytics, to: url))
    }
    return callbacks
  }

  /// BBB's `post_publish_recording_ready_callback.rb`; Moodle, Greenlight and Scalelite read `meeting_id` and `record_id`.
  private func ready(_ recording: Recording) async throws -> [Callback] {
    guard let url = recording.metadata.first(where: { $0.key == "bbb-recording-ready-url" })?.value,
      !url.isEmpty
    else { return [] }
    let body = "signed_parameters=\(try await token(of: recording))"
    return [Callback(kind: .recordingReady, method: "POST", url: url, headers: [.form], body: body)]
  }

  /// Names a recording and its meeting, under HS256.
  func token(of recording: Recording) async throws -> String {
    let claims = RecordingClaims(meetingID: recording.meetingID, recordID: recording.recordID)
    return try await keys256.sign(claims, header: ["typ": "JWT"])
  }

  /// BBB's `post_events_analytics_callback.rb`. The token's end is in real time, against which receivers check it.
  func analytics(_ data: OrderedJSON, to url: String) async throws -> Callback {
    let claims = ExpiryClaims(exp: ExpirationClaim(value: Date(timeIntervalSinceNow: 24 * 3600)))
    let token = try await keys512.sign(claims, header: ["typ": "JWT"])
    return Callback(
      kind: .analytics, method: "POST", url: url,
      headers: [
        .init(name: "Content-Type", value: "application/json"),
        .init(name: "Authorization", value: "Bearer \(token)"),
      ],
      body: data.text)
  }

  private func webhook(_ hook: Webhook, _ event: WebhookEvent, at instant: SimulatedInstant) -> Callback {
    let body =
      "domain=\(Self.encoded(domain))&event=\(Self.encoded("[\(event.json.text)]"))"
      + "&timestamp=\(instant.millisecondsSinceEpoch)"
    let checksum = Checksum.hexDigest(call: hook.callbackURL, query: body, secret: secret, algorithm: .sha1)
    var callback = Callback(
      kind: .webhook(hookID: hook.hookID, event: event.id), method: "POST",
      url: Self.adding("checksum=\(checksum)", to: hook.callbackURL), headers: [.form], body: body,
      intervals: Callback.webhookIntervals)
    if hook.isPermanent { callback.lastInterval = .seconds(60) }
    return callback
  }

  static func adding(_ query: String, to url: String) -> String {
    url + (url.utf8.contains(UInt8(ascii: "?")) ? "&" : "?") + query
  }

  /// As `URLSearchParams` and Java's `URLEncoder` do.
  private static func encoded(_ text: String) -> String {
    PercentCoding.encode(text[...], spaceAsPlus: true) {
      PercentCoding.isAlphanumeric($0) || "*-._".utf8.contains($0)
    }
  }
}

private struct RecordingClaims: JWTPayload {
  let meetingID: String
  let recordID: String

  enum CodingKeys: String, CodingKey {
    case meetingID = "meeting_id"
    case recordID = "record_id"
  }

  func verify(using algorithm: some JWTAlgorithm) async throws {}
}

private struct ExpiryClaims: JWTPayload {
  let exp: ExpirationClaim

  func verify(using algorithm: some JWTAlgorithm) async throws { try exp.verifyNotExpired() }
}

extension Callback.Header {
  fileprivate static let form = Self(
    name: "Content-Type", value: "application/x-www-form-urlencoded;charset=UTF-8")
}

extension Webhook {
  /// Whether the hook is for this event; one for raw data is for none, since the simulator has none.
  fileprivate func wants(_ event: WebhookEvent) -> Bool {
    !wantsRawData && (meetingID.map { $0 == event.meetingID } ?? true)
      && (eventIDs.map { $0.contains(event.id) } ?? true)
  }
}

extension MeetingDetails {
  fileprivate func value(_ key: String) -> String? {
    metadata.first { $0.key == key && !$0.value.isEmpty }?.value
  }
}

extension Meeting {
  /// What the learning analytics of BBB tell of a meeting, about those who were there at its end.
  fileprivate var analytics: OrderedJSON {
    let people = attendees.map { attendee in
      OrderedJSON.object([
        ("ext_user_id", .string(attendee.userID)), ("name", .string(attendee.fullName)),
        ("moderator", .boolean(attendee.role == .moderator)),
      ])
    }
    let metadata: [(String, OrderedJSON)] = [
      ("meeting_name", .string(details.name)), ("is_breakout", .boolean(details.breakout != nil)),
    ]
    return .object([
      ("version", "1.0"), ("meeting_id", .string(details.meetingID)),
      ("internal_meeting_id", .string(details.internalMeetingID)),
      (
        "data",
        .object([
          ("metadata", .object(metadata + details.metadata.map { ($0.key, .string($0.value)) })),
          ("start", .number(details.createTime)), ("attendees", .array(people)),
        ])
      ),
    ])
  }
}
