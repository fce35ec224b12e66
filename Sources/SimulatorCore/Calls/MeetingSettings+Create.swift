import BBBAPI

extension MeetingDetails {
  /// What else the parameters and the body of a `create` call ask for, once numbers and parents are settled.
  /// - Source: facts §2.2; BBB's `ParamsProcessorUtil.processCreateParams`.
  mutating func settle(
    _ parameters: QueryParameters, _ body: ModulesDocument, _ profile: Profile, serverURL: String
  ) {
    if profile.disablesRecording { isRecorded = false }
    settings.read(parameters)
    if breakout != nil { settings.disabledFeatures.append("learningDashboard") }
    settings.welcome = WelcomeText(self, serverURL: serverURL).filled(parameters.text("welcome"))
    if profile.allowsClientSettingsOverride, let module = body["clientSettingsOverride"] {
      settings.clientSettingsOverride = String(decoding: module.text, as: UTF8.self)
    }
  }
}

extension MeetingSettings {
  fileprivate mutating func read(_ parameters: QueryParameters) {
    // A policy that BBB doesn't know ends at the bottom of its rules, which is denial.
    guestPolicy =
      parameters.text("guestPolicy").map { GuestPolicy(rawValue: $0) ?? .alwaysDeny } ?? guestPolicy
    endWhenNoModerator = parameters.flag("endWhenNoModerator")
    endWhenNoModeratorDelayInMinutes =
      parameters.count("endWhenNoModeratorDelayInMinutes") ?? endWhenNoModeratorDelayInMinutes
    allowRequestsWithoutSession = parameters.flag("allowRequestsWithoutSession")
    meetingLayout = parameters.text("meetingLayout") ?? meetingLayout
    if let url = parameters.text("logoutURL"), url != "default" { logoutURL = url }
    disabledFeatures = Self.disabledFeatures(parameters)
    self.parameters = parameters.firstPairs(named: Self.keptParameters)
  }

  private static func disabledFeatures(_ parameters: QueryParameters) -> [String] {
    func list(_ name: String) -> [String] {
      (parameters[name] ?? "").split(separator: ",").map { QueryParameters.trimmed(String($0)) }
    }
    var features = list("disabledFeatures")
    for (name, feature) in oldSwitches where !parameters.flag(name, default: true) {
      features.append(feature)
    }
    if parameters.flag("virtualBackgroundsDisabled") { features.append("virtualBackgrounds") }
    let kept = list("disabledFeaturesExclude")
    return features.filter { !kept.contains($0) }
  }

  /// Parameters of their own from the time before `disabledFeatures`; false switches the feature off.
  private static let oldSwitches = [
    ("learningDashboardEnabled", "learningDashboard"), ("breakoutRoomsEnabled", "breakoutRooms"),
  ]

  /// What BBB knows besides and no call of the API acts on; `enter` and the client read it (facts §2.2).
  private static let keptParameters: Set<String> = [
    "logoutTimer", "userCameraCap", "meetingCameraCap", "maxPinnedCameras", "maxNumPages",
    "autoStartRecording", "allowStartStopRecording", "recordFullDurationMedia", "notifyRecordingIsOn",
    "meetingKeepEvents", "keepEvents", "moderatorOnlyMessage", "bannerText", "bannerColor", "logo",
    "darklogo",
    "copyright", "loginURL", "muteOnStart", "allowModsToUnmuteUsers", "allowModsToEjectCameras",
    "webcamsOnlyForModerator", "requireUserConsentBeforeUnmuting", "allowPromoteGuestToModerator",
    "lockSettingsDisableCam", "lockSettingsDisableMic", "lockSettingsDisablePrivateChat",
    "lockSettingsDisablePublicChat", "lockSettingsDisableNote", "lockSettingsDisableNotes",
    "lockSettingsHideUserList", "lockSettingsLockOnJoin", "lockSettingsLockOnJoinConfigurable",
    "lockSettingsHideViewersCursor", "lockSettingsHideViewersAnnotation",
    "learningDashboardCleanupDelayInMinutes", "breakoutRoomsRecord", "breakoutRoomsPrivateChatEnabled",
    "breakoutRoomsCaptureSlides", "breakoutRoomsCaptureNotes", "breakoutRoomsCaptureSlidesFilename",
    "breakoutRoomsCaptureNotesFilename", "groups", "presentationUploadExternalUrl",
    "presentationUploadExternalDescription", "presentationConversionCacheEnabled", "audioBridge",
    "cameraBridge", "screenShareBridge", "pluginManifests", "pluginManifestsFetchUrl", "sharedNotesEditor",
    "meetingEndedURL",
  ]
}

extension QueryParameters {
  /// The first pair of each of these names, in the order of the call.
  func firstPairs(named names: Set<String>) -> [Metadatum] {
    var seen: Set<String> = []
    return pairs.filter { names.contains($0.key) && seen.insert($0.key).inserted }
  }

  /// Without the blanks around it.
  static func trimmed(_ text: String) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

/// The welcome text of a meeting, whose keywords `create` fills in (facts §2.2).
private struct WelcomeText {
  private let keywords: [(word: String, value: String)]

  /// `defaultWelcomeMessage` of bigbluebutton.properties.
  private static let standard = "Welcome to <b>%%CONFNAME%%</b>!"

  init(_ details: MeetingDetails, serverURL: String) {
    keywords = [
      ("%%DIALNUM%%", details.dialNumber), ("%%CONFNUM%%", details.voiceBridge),
      ("%%CONFNAME%%", Self.escaped(details.name)), ("%%SERVERURL%%", serverURL),
    ]
  }

  func filled(_ template: String?) -> String {
    keywords.reduce(template ?? Self.standard) { $0.replacing($1.word, with: $1.value) }
  }

  private static func escaped(_ text: String) -> String {
    [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;")]
      .reduce(text) { $0.replacing($1.0, with: $1.1) }
  }
}
