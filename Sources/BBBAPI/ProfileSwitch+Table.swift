extension ProfileSwitch {
  /// Every switch, in the order of the reference page.
  public static let all: [ProfileSwitch] = signing + numbers + documents + calls + properties

  /// The switch of that name; nil when there is none.
  public static func named(_ name: String) -> ProfileSwitch? { all.first { $0.name == name } }

  private static let signing: [ProfileSwitch] = [
    .list(
      "checksumAlgorithms", "hashes that a checksum may use", \.allowedAlgorithms,
      of: ChecksumAlgorithm.allCases),
    .choice("checksumComparison", "how the hex text of a checksum is compared", \.checksumComparison),
    .flag(
      "rejectsRepeatedChecksum", "two checksums in a request fail; else the first counts",
      \.rejectsRepeatedChecksum),
    .list(
      "formChecksum", "what a checksum may cover when only a form came", \.formChecksumRules,
      of: FormChecksumRule.allCases),
    .flag("contentTypeGate", "a body needs a media type that the call takes", \.gatesContentType),
    .list("joinMethods", "methods that join takes", \.joinMethods, of: RequestMethod.allCases),
  ]

  private static let numbers: [ProfileSwitch] = [
    .numbers(
      "numbers", "how integers are printed everywhere: sets the four below",
      [
        \.getMeetingInfoNumbers.counts, \.getMeetingInfoNumbers.maxUsers, \.getMeetingsNumbers.counts,
        \.getMeetingsNumbers.maxUsers,
      ]),
    .numbers(
      "getMeetingInfoNumbers", "the counts of getMeetingInfo, by the language of the server",
      [\.getMeetingInfoNumbers.counts]),
    .numbers(
      "getMeetingInfoMaxUsers", "maxUsers of getMeetingInfo", [\.getMeetingInfoNumbers.maxUsers]),
    .numbers("getMeetingsNumbers", "the counts of getMeetings", [\.getMeetingsNumbers.counts]),
    .numbers("getMeetingsMaxUsers", "maxUsers of getMeetings", [\.getMeetingsNumbers.maxUsers]),
    .numbers(
      "sequenceNumbers", "the number of a breakout room, which no version prints plainly",
      [\.getMeetingInfoNumbers.sequence, \.getMeetingsNumbers.sequence]),
  ]

  private static let documents: [ProfileSwitch] = [
    .flag("oldErrorTexts", "failures in the words of 2.3 and before", \.usesOldErrorTexts),
    .choice("emptyCustomdata", "<customdata> of somebody who has none", \.customDataWhenEmpty),
    .flag(
      "invalidUserdataKeys", "writes keys of custom data that are no XML names, as BBB does",
      \.writesInvalidKeys),
    .flag("nestedBreakoutInfo", "the elements of a breakout room stand in <breakout>", \.nestsBreakoutInfo),
    .flag(
      "participantCountOnlineOnly", "participantCount leaves out people who have just left",
      \.countsOnlyOnline),
    .choice("indexShape", "the elements of the version page", \.indexShape),
  ]

  private static let calls: [ProfileSwitch] = [
    .list(
      "absentCalls", "calls that do not exist", \.absentCalls, of: APICall.allCases.filter { $0 != .index }),
    .flag(
      "createWithoutPasswords", "a second create without passwords succeeds", \.recreatesWithoutPasswords),
    .choice("presentationUploadExternalUrl", "what create makes of that parameter", \.presentationUploadURL),
    .flag("sharedNotesEditorCheck", "create refuses an unknown sharedNotesEditor", \.checksSharedNotesEditor),
    .choice(
      "breakoutParentKey", "the key of the failure without a parent", \.parentMeetingIDMissing,
      of: [
        ("parentMeetingIDMissing", .parentMeetingIDMissing),
        ("parentMeetingIdMissing", .parentMeetingIdMissing),
      ]),
    .flag("roleParameter", "join knows role; else only passwords", \.knowsRoleParameter),
    .flag(
      "redirectsWrongPassword", "join redirects on a wrong password; else XML", \.redirectsWrongPassword),
    .flag("secondSessions", "join knows existingUserID, enforceLayout, bot", \.hasSecondSessions),
    .flag("errorRedirectUrl", "join knows that parameter", \.knowsErrorRedirect),
    .choice(
      "joinUnknownMeeting", "what join answers when the meeting is unknown", \.joinUnknownMeeting,
      of: [
        ("meetingForciblyEnded", .meetingForciblyEnded),
        ("invalidMeetingIdentifier", .invalidMeetingIdentifier),
      ]),
    .flag(
      "joinFailuresHonourRedirect", "late failures of join are XML with redirect=false",
      \.joinFailuresHonourRedirect),
    .flag("guestWaitPage", "guests wait on a page of their own", \.hasGuestWaitPage),
    .flag("endPassword", "end needs the moderators' password", \.endRequiresPassword),
    .choice(
      "endUnknownMeeting", "what end answers when the meeting is unknown", \.endUnknownMeeting,
      of: [("notFound", .meetingNotFound), ("invalidPassword", .moderatorPasswordIncorrect)]),
    .flag("recordingPages", "getRecordings knows limit and offset", \.paginatesRecordings),
  ]

  /// Lines of an operator's `bigbluebutton.properties`.
  private static let properties: [ProfileSwitch] = [
    .flag("serviceEnabled", "the API answers at all", \.isServiceEnabled),
    .flag(
      "allowFetchAllRecordings", "getRecordings answers a call that filters nothing",
      \.allowsFetchAllRecordings),
    .flag("disableRecordingDefault", "nothing is ever recorded", \.disablesRecording),
    .flag(
      "allowRequestsWithoutSession", "session calls do without the cookie", \.allowsRequestsWithoutSession),
    .flag(
      "authenticatedGuest", "the guest policy concerns more than those with guest=true", \.authenticatedGuest),
    .flag(
      "allowOverrideClientSettingsOnCreateCall", "create takes settings of the client from its body",
      \.allowsClientSettingsOverride),
  ]

  /// Styles of numbers, one switch over several fields.
  private static func numbers(
    _ name: String, _ doc: String, _ fields: [any Field<NumberStyle>]
  ) -> ProfileSwitch {
    let styles = NumberStyle.named
    return ProfileSwitch(
      name, doc, values: styles.map(\.name),
      read: { profile in
        let used = fields.map { field in styles.first { $0.style == profile[keyPath: field] }?.name ?? "other"
        }
        return used.allSatisfy { $0 == used.first } ? used.first ?? "" : "mixed"
      },
      write: { profile, value in
        guard let style = styles.first(where: { $0.name == value })?.style else { return }
        for field in fields { profile[keyPath: field] = style }
      })
  }
}
