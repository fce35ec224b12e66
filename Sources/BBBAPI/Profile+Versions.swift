/// The versions, each told as what differs from the next newer one.
///
/// - Source: facts §14, §9, §2.8, §3.3.
extension Profile {
  // The names of versions have a dot; an underscore is as near as Swift comes.
  // swift-format-ignore: AlwaysUseLowerCamelCase
  /// BBB 3.0, the default.
  public static let v3_0 = Profile("3.0")

  // swift-format-ignore: AlwaysUseLowerCamelCase
  /// BBB 2.7.
  public static let v2_7 = v3_0.older("2.7") { profile in
    profile.absentCalls = [.sendChatMessage, .feedback]
    profile.rejectsRepeatedChecksum = false
    profile.getMeetingsNumbers.counts = .english
    profile.customDataWhenEmpty = .absent
    profile.indexShape = .versions
    profile.joinMethods = [.get, .post]
    profile.hasSecondSessions = false
    profile.parentMeetingIDMissing = .parentMeetingIdMissing
    profile.presentationUploadURL = .checked
    profile.checksSharedNotesEditor = false
    profile.joinFailuresHonourRedirect = false
    profile.hasGuestWaitPage = true
    profile.clientPath = "/html5client/join"
    profile.allowsClientSettingsOverride = true
  }

  // swift-format-ignore: AlwaysUseLowerCamelCase
  /// BBB 2.6.
  public static let v2_6 = v2_7.older("2.6") { profile in
    profile.gatesContentType = false
    profile.knowsErrorRedirect = false
  }

  // swift-format-ignore: AlwaysUseLowerCamelCase
  /// BBB 2.5.
  public static let v2_5 = v2_6.older("2.5") { profile in
    profile.paginatesRecordings = false
    profile.presentationUploadURL = .ignored
    profile.getMeetingsNumbers.maxUsers = .english
  }

  // swift-format-ignore: AlwaysUseLowerCamelCase
  /// BBB 2.4, as it was first released.
  public static let v2_4 = v2_5.older("2.4") { profile in
    profile.absentCalls.append(.insertDocument)
    profile.allowedAlgorithms = [.sha1, .sha256]
    profile.checksumComparison = .exact
    profile.getMeetingInfoNumbers.counts = .english
    profile.getMeetingInfoNumbers.maxUsers = .english
    profile.endRequiresPassword = true
    profile.redirectsWrongPassword = true
  }

  /// Every profile, oldest first.
  public static let all: [Profile] = [v2_4, v2_5, v2_6, v2_7, v3_0]

  /// The profile of a version such as `2.7`; nil when there is none.
  public static func named(_ name: String) -> Profile? {
    all.first { $0.name == name }
  }

  private func older(_ name: String, _ change: (inout Profile) -> Void) -> Profile {
    var profile = Profile(name, like: self)
    change(&profile)
    return profile
  }
}
