/// How one version of BBB differs from the others, as data: copy a profile and change single switches.
///
/// Names appear in scenarios and on the command line. 3.0 is the default.
/// - Source: facts §14.
public struct Profile: Sendable, Equatable {
  /// The version, such as `3.0`.
  public private(set) var name: String

  /// Calls that this version does not have; they are answered as any unknown path is.
  public var absentCalls: [APICall] = [.enter, .guestWait]
  /// Whether failures are worded as up to 2.3.
  public var usesOldErrorTexts = false

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
  /// Whether the elements of a breakout room stand in a `<breakout>`, as the documentation has it (facts §13).
  public var nestsBreakoutInfo = false
  /// Whether `participantCount` leaves out people who have just left; all counts but this one are over the user map.
  public var countsOnlyOnline = true
  /// The elements of the version page.
  public var indexShape = IndexShape.endpoints

  /// The methods that `join` takes.
  public var joinMethods: [RequestMethod] = [.get]
  /// Whether the media type of a body must be one that the call takes.
  public var gatesContentType = true
  /// Whether `end` needs the moderators' password; where not, it is checked only when given.
  public var endRequiresPassword = false
  /// Whether a second `create` without passwords finds the meeting; else both must be given (facts §4.1).
  public var recreatesWithoutPasswords = true
  /// What `create` makes of `presentationUploadExternalUrl`.
  public var presentationUploadURL = PresentationUploadURLRule.ignored
  /// Whether `create` refuses a `sharedNotesEditor` that it does not know.
  public var checksSharedNotesEditor = true
  /// Whether `getRecordings` knows `limit` and `offset`.
  public var paginatesRecordings = true
  /// Whether `join` knows the `role` parameter; where not, only passwords count.
  public var knowsRoleParameter = true
  /// Whether `join` answers a password of neither role in a redirect, as the first 2.4 did; else as XML.
  public var redirectsWrongPassword = false
  /// Whether `join` knows `existingUserID`, `enforceLayout`, `bot`, `firstName` and `lastName`.
  public var hasSecondSessions = true
  /// Whether `errorRedirectUrl` says where failures of `join` lead.
  public var knowsErrorRedirect = true
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

  /// `serviceEnabled`: whether the API answers at all.
  public var isServiceEnabled = true
  /// `allowFetchAllRecordings`: whether `getRecordings` answers a call that filters nothing.
  public var allowsFetchAllRecordings = true
  /// `disableRecordingDefault`: whether nothing is ever recorded.
  public var disablesRecording = false
  /// `allowRequestsWithoutSession`: whether session calls do without the cookie, unless `create` says otherwise.
  public var allowsRequestsWithoutSession = false
  /// `authenticatedGuest`: whether the guest policy concerns more than those with `guest=true`.
  public var authenticatedGuest = true
  /// `allowOverrideClientSettingsOnCreateCall`: whether `create` takes settings of the client from its body.
  public var allowsClientSettingsOverride = false

  init(_ name: String) { self.name = name }

  /// The same under another name.
  init(_ name: String, like other: Profile) {
    self = other
    self.name = name
  }
}

extension Profile {
  /// The methods that a call takes; others are answered with 405 (facts §2.0).
  public func methods(of call: APICall) -> [RequestMethod] {
    switch call {
    case .index, .guestWait, .sendChatMessage, .publishRecordings, .deleteRecordings: [.get]
    case .hooksCreate, .hooksList, .hooksDestroy, .hooksPing: [.get]
    case .insertDocument, .putRecordingTextTrack, .feedback: [.post]
    case .join: joinMethods
    default: [.get, .post]
    }
  }

  /// Whether this version has the call.
  public func has(_ call: APICall) -> Bool { !absentCalls.contains(call) }

  /// The failure in the words of this version.
  public func worded(_ failure: APIFailure, for call: APICall?) -> APIFailure {
    usesOldErrorTexts ? failure.inOldWords(for: call) : failure
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
public enum EmptyElement: String, Sendable, Codable, CaseIterable {
  case present
  case absent
}

/// What `create` makes of a `presentationUploadExternalUrl`.
public enum PresentationUploadURLRule: String, Sendable, Codable, CaseIterable {
  /// Nothing; 2.5 and before, and 3.0.
  case ignored
  /// It must be a URL; 2.6 and 2.7.
  case checked
  /// Where it is one, nothing else is looked at, not even the checksum: the hole of 2.6 to 3.0-dev (facts §6.2).
  case skipsChecks
}

/// The elements of the version page, each shape holding those of the one before.
///
/// - Source: facts §2.1.
public enum IndexShape: String, Sendable, Codable, CaseIterable {
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
