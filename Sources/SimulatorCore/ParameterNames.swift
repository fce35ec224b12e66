import BBBAPI

/// Which parameters a request had, in words of the API alone: a caller can put anything into a name.
enum ParameterNames {
  /// The name as it is logged: the API's own, `meta_*` and `userdata-*` for families, `*` for anything else.
  static func logged(_ name: String) -> String {
    if known.contains(name) { return name }
    return families.first { name.hasPrefix($0) }.map { $0 + "*" } ?? "*"
  }

  /// The value as it is logged; nil for all but a few that choose among recordings and are what they should be.
  static func logged(_ value: String, of name: String) -> String? {
    switch name {
    case "state": value.split(separator: ",").allSatisfy { states.contains(String($0)) } ? value : nil
    case "limit", "offset": Int32(value).map(String.init)
    default: nil
    }
  }

  private static let states = Set(RecordingState.allCases.map(\.rawValue) + ["any"])
  private static let families = ["meta_", "meta-", "userdata-"]

  /// What the calls of every profile take, but for the checksum, which stands in every request (facts §2).
  private static let known: Set<String> = [
    "allowModsToEjectCameras", "allowModsToUnmuteUsers", "allowOverrideClientSettingsOnCreateCall",
    "allowRequestsWithoutSession", "allowStartStopRecording", "attendeePW", "auth", "autoStartRecording",
    "avatarURL", "bannerColor", "bannerText", "bot", "breakoutRoomsCaptureNotes",
    "breakoutRoomsCaptureSlides",
    "breakoutRoomsEnabled", "breakoutRoomsPrivateChatEnabled", "breakoutRoomsRecord", "callbackURL",
    "cameraBridge", "clientSettingsOverride", "configToken", "copyright", "createTime",
    "customDarkLogoURL", "defaultLayout", "defaultWelcomeMessage", "dialNumber", "disabledFeatures",
    "disabledFeaturesExclude", "duration", "endWhenNoModerator", "endWhenNoModeratorDelayInMinutes",
    "enforceLayout", "errorRedirectUrl", "eventID", "excludeFromDashboard", "existingUserID", "freeJoin",
    "fullName", "getRaw", "groups", "guest", "guestPolicy", "hookID", "isBreakout", "isBreakoutRoom", "kind",
    "label", "lang", "learningDashboardCleanupDelayInMinutes", "learningDashboardEnabled", "limit",
    "lockSettingsDisableCam", "lockSettingsDisableMic", "lockSettingsDisableNotes",
    "lockSettingsDisableNote", "lockSettingsDisablePrivateChat", "lockSettingsDisablePublicChat",
    "lockSettingsHideUserList", "lockSettingsHideViewersAnnotation", "lockSettingsHideViewersCursor",
    "lockSettingsLockOnJoin", "lockSettingsLockOnJoinConfigurable", "lockSettingsLockedLayout", "logo",
    "logoutURL", "maxParticipants", "maxPinnedCameras", "meetingCameraCap", "meetingEndedURL",
    "meetingExpireIfNoUserJoinedInMinutes", "meetingExpireWhenLastUserLeftInMinutes", "meetingID",
    "meetingKeepEvents", "meetingLayout", "message", "moderatorOnlyMessage", "moderatorPW",
    "multiUserWhiteboardEnabled", "muteOnStart", "name", "notifyRecordingIsOn", "offset", "parentMeetingID",
    "password", "pluginManifests", "pluginManifestsFetchUrl", "preUploadedPresentation",
    "preUploadedPresentationName", "preUploadedPresentationOverrideDefault",
    "presentationConversionCacheEnabled",
    "presentationUploadExternalDescription", "presentationUploadExternalUrl", "publish", "record",
    "recordFullDurationMedia", "recordID", "redirect", "replaceSession", "role", "sequence", "sessionName",
    "sessionToken", "sharedNotesEditor", "state", "userCameraCap", "userID", "userName",
    "virtualBackgroundsDisabled",
    "voiceBridge", "webVoice", "webcamBackgroundURL", "webcamsOnlyForModerator", "welcome",
  ]
}
