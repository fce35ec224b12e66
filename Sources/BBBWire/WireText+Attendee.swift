import BBBAPI

extension WireText {
  /// Writes a person, connected or just gone: the stored templates list the whole user map.
  ///
  /// The hot path: most of a large answer is attendees, so the tags between two values are one piece each.
  /// - Source: facts §2.6, §4.7.
  mutating func attendee(_ attendee: Attendee, _ profile: Profile) {
    raw("<attendee>\n<userID>")
    value(attendee.userID)
    raw("</userID>\n<fullName>")
    value(attendee.fullName)
    raw("</fullName>\n<role>")
    raw(attendee.role.rawValue)
    raw(attendee.isPresenter ? Self.presenter : Self.noPresenter)
    raw(Self.audioElements(attendee.audio))
    raw(attendee.cameraStreams > 0 ? Self.video : Self.noVideo)
    value(attendee.clientType.rawValue)
    raw("</clientType>\n")
    customData(attendee.customData, profile)
    raw("</attendee>\n")
  }

  private mutating func customData(_ pairs: [Metadatum], _ profile: Profile) {
    guard !pairs.isEmpty || profile.customDataWhenEmpty == .present else { return }
    raw("<customdata>\n")
    for pair in pairs where profile.writesInvalidKeys || XMLNameRule.accepts(pair.key) {
      element(pair.key, pair.value)
    }
    raw("</customdata>\n")
  }

  private static var presenter: String { "</role>\n<isPresenter>true</isPresenter>\n" }
  private static var noPresenter: String { "</role>\n<isPresenter>false</isPresenter>\n" }
  private static var video: String { "<hasVideo>true</hasVideo>\n<clientType>" }
  private static var noVideo: String { "<hasVideo>false</hasVideo>\n<clientType>" }

  /// A listener has not joined voice (facts §4.6).
  private static func audioElements(_ audio: Audio) -> String {
    switch audio {
    case .none: "<isListeningOnly>false</isListeningOnly>\n<hasJoinedVoice>false</hasJoinedVoice>\n"
    case .listening: "<isListeningOnly>true</isListeningOnly>\n<hasJoinedVoice>false</hasJoinedVoice>\n"
    case .microphone: "<isListeningOnly>false</isListeningOnly>\n<hasJoinedVoice>true</hasJoinedVoice>\n"
    }
  }
}
