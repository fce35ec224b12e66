extension Profile {
  // The names of versions have a dot; an underscore is as near as Swift comes.
  // swift-format-ignore: AlwaysUseLowerCamelCase
  /// BBB 3.0, the default.
  public static let v3_0 = Profile("3.0")

  // swift-format-ignore: AlwaysUseLowerCamelCase
  /// BBB 2.7.
  public static let v2_7 = {
    var profile = Profile("2.7")
    profile.rejectsRepeatedChecksum = false
    profile.getMeetingsNumbers.counts = .english
    profile.customDataWhenEmpty = .absent
    profile.indexShape = .versions
    profile.joinMethods = [.get, .post]
    profile.parentMeetingIDMissing = .parentMeetingIdMissing
    profile.joinFailuresHonourRedirect = false
    profile.hasGuestWaitPage = true
    profile.clientPath = "/html5client/join"
    return profile
  }()

  /// Every profile, oldest first.
  public static let all: [Profile] = [v2_7, v3_0]

  /// The profile of a version such as `2.7`; nil when there is none.
  public static func named(_ name: String) -> Profile? {
    all.first { $0.name == name }
  }
}
