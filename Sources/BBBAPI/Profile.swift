/// How one version of BBB differs from the others, as data: copy a profile and change single switches.
///
/// Names appear in scenarios and on the command line. 3.0 is the default.
/// - Source: facts §14.
public struct Profile: Sendable, Equatable {
  /// The version, such as `3.0`.
  public let name: String

  /// The hashes that checksums may use.
  public var allowedAlgorithms: [ChecksumAlgorithm] = ChecksumAlgorithm.allCases
  /// How the hex text of a checksum is compared.
  public var checksumComparison = ChecksumComparison.ignoringCase
  /// Whether a request with two checksums fails; else the first counts (facts §1.3).
  public var rejectsRepeatedChecksum = true
  /// What a checksum may cover when a form body came without a query; every one that fits is accepted (facts §1.4).
  public var formChecksumRules: [FormChecksumRule] = FormChecksumRule.allCases

  /// How `getMeetings` prints numbers.
  public var getMeetingsNumbers = MeetingNumbers()
  /// How `getMeetingInfo` prints numbers.
  public var getMeetingInfoNumbers = MeetingNumbers()
  /// Whether an attendee without custom data has an empty `<customdata>` or none.
  public var customDataWhenEmpty = EmptyElement.present
  /// Whether a key of custom data that is no XML name is written all the same.
  ///
  /// BBB does, and the document is malformed then (facts §4.7). Off, such a pair is left out.
  public var writesInvalidKeys = false
  /// The elements of the version page.
  public var indexShape = IndexShape.endpoints

  /// The methods that `join` takes.
  public var joinMethods: [RequestMethod] = [.get]
  /// Whether the media type of a body must be one that the call takes.
  public var gatesContentType = true
  /// Whether `end` needs the moderators' password; where not, it is checked only when given.
  public var endRequiresPassword = false
  /// Whether `getRecordings` knows `limit` and `offset`.
  public var paginatesRecordings = true
  /// What `join` answers when no meeting has the ID; by BBB's hash order not what one expects (facts §3.5).
  public var joinUnknownMeeting = APIFailure.meetingForciblyEnded
  /// What `end` answers when no meeting has the ID; clients count on `notFound` (facts §3.5).
  public var endUnknownMeeting = APIFailure.meetingNotFound
  /// What `create` answers when a breakout room has no parent; the key's spelling changed.
  public var parentMeetingIDMissing = APIFailure.parentMeetingIDMissing
  /// Whether `mismatchCreateTimeParam`, `maxParticipantsReached` and `guestDeniedAccess` are XML with `redirect=false`.
  public var joinFailuresHonourRedirect = true
  /// Whether `join` tells a guest to wait and sends them to a page of its own.
  public var hasGuestWaitPage = false
  /// Where `join` sends people, from the server's root; `sessionToken` follows as a query (facts §2.3).
  public var clientPath = "/html5client/"

  init(_ name: String) { self.name = name }
}

extension Profile {
  /// The methods that a call takes; others are answered with 405 (facts §2.0).
  public func methods(of call: APICall) -> [RequestMethod] {
    switch call {
    case .index: [.get]
    case .join: joinMethods
    default: [.get, .post]
    }
  }

  /// What a body of this `Content-Type` is answered with; nil when it may pass (facts §1.4).
  public func contentTypeFailure(of call: APICall, contentType: String?) -> APIFailure? {
    gatesContentType && !call.accepts(contentType: contentType) ? .unsupportedContentType : nil
  }
}

/// How the numbers of a meeting are printed in one call's answer.
public struct MeetingNumbers: Sendable, Equatable {
  /// `participantCount`, `listenerCount`, `voiceParticipantCount`, `videoCount` and `moderatorCount`.
  public var counts = NumberStyle.plain
  /// `maxUsers`.
  public var maxUsers = NumberStyle.plain
  /// `sequence` of a breakout room, which no version prints plainly; only visible from 1,000.
  public var sequence = NumberStyle.english

  /// Plain numbers but for the sequence, as 3.0 prints them.
  public init() {}
}

/// Whether an element without content is written.
public enum EmptyElement: String, Sendable, Codable {
  case present
  case absent
}

/// The elements of the version page, each shape holding those of the one before.
///
/// - Source: facts §2.1.
public enum IndexShape: String, Sendable, Codable {
  /// `version`; up to 2.2.
  case version
  /// And `apiVersion`, `bbbVersion`; 2.3 to 2.7.
  case versions
  /// And `html5PluginSdkVersion`, `graphqlWebsocketUrl`, `graphqlApiUrl`; 3.0.
  case endpoints
}

/// What the checksum of a form body covers when the request has no query.
public enum FormChecksumRule: String, Sendable, Codable, CaseIterable {
  /// Nothing but call and secret; the documentation of 3.0.
  case emptyQuery
  /// The parameters sorted by name and encoded anew; 2.4 to 2.7.
  case sortedRebuild
  /// The body in the order sent, without its checksum; what the client of bbblb does.
  case bodyOrder
}
