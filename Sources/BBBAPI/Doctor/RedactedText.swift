/// What was hashed, for eyes that may see neither the secret nor what callers say.
enum RedactedText {
  /// Parameters that name nobody and open nothing: their values may be shown when they are as short as they should be.
  private static let harmless: Set<String> = [
    "record", "redirect", "role", "state", "limit", "offset", "publish", "duration", "maxParticipants",
    "isBreakout", "sequence", "guest", "guestPolicy", "webcamsOnlyForModerator", "muteOnStart", "createTime",
    "autoStartRecording", "allowStartStopRecording", "freeJoin",
  ]
  private static let known = harmless.union([
    "name", "meetingID", "attendeePW", "moderatorPW", "password", "fullName", "userID", "recordID",
    "welcome", "logoutURL", "voiceBridge", "dialNumber", "callbackURL", "avatarURL", "parentMeetingID",
    "webVoiceConf", "configToken", "getRaw", "hookID", "lang", "kind", "label", "bannerText", "bannerColor",
    "moderatorOnlyMessage", "meetingEndedURL", "errorRedirectUrl", "sessionToken", "userName", "message",
  ])

  /// Call, query and the secret's place.
  static func hashed(_ call: APICall, _ query: String) -> String {
    "\(call.rawValue)\(redacted(query))<secret>"
  }

  private static func redacted(_ query: String) -> String {
    let parameters = query.utf8.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false)
      .map { Substring($0) }
    let shown = parameters.prefix(40).map(parameter).joined(separator: "&")
    return parameters.count > 40 ? shown + "&…" : shown
  }

  private static func parameter(_ text: Substring) -> String {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let name = parts.first else { return "" }
    let shownName = redactedName(name)
    guard parts.count > 1 else { return shownName }
    return "\(shownName)=\(isShowable(parts[1]) && harmless.contains(String(name)) ? String(parts[1]) : "…")"
  }

  /// A name that the API does not know may be anything, even a password.
  private static func redactedName(_ name: Substring) -> String {
    if known.contains(String(name)) || name.isEmpty { return String(name) }
    for prefix in ["meta_", "userdata-"] where name.hasPrefix(prefix) { return prefix + "…" }
    return "…"
  }

  private static func isShowable(_ value: Substring) -> Bool {
    value.utf8.count <= 16
      && value.utf8.allSatisfy { PercentCoding.isAlphanumeric($0) || $0 == UInt8(ascii: "_") }
  }
}
