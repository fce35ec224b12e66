/// The recording calls (facts §2.10–§2.15, §3.3).
extension APIFailure {
  /// No record ID came.
  public static let recordIDMissing = APIFailure("missingParamRecordID", "You must specify a recordID.")
  /// `publishRecordings`: no `publish` came.
  public static let publishMissing = APIFailure(
    "missingParamPublish", "You must specify a publish value true or false.")
  /// None of the record IDs is published or unpublished.
  public static let recordingsNotFound = APIFailure("notFound", "We could not find recordings")
  /// `putRecordingTextTrack`: no file came, or an empty one.
  public static let emptyTextTrack = APIFailure("empty_uploaded_text_track", "Empty uploaded text track.")

  /// `putRecordingTextTrack`: a parameter is not there.
  public static func paramMissing(_ name: String) -> APIFailure {
    APIFailure("paramError", "Missing param \(name).")
  }

  /// `getRecordingTextTracks`: there are no captions of such a recording.
  public static func recordingNotFound(_ recordID: String) -> APIFailure {
    APIFailure("noRecordings", "No recording found for \(recordID)")
  }

  /// `getRecordingTextTracks`: the recording's list of captions is empty.
  public static func captionsNotFound(_ recordID: String) -> APIFailure {
    APIFailure("noCaptionsFound", "No captions found for \(recordID)")
  }

  /// `putRecordingTextTrack`: there is no such recording.
  public static func noRecordingFor(_ recordID: String) -> APIFailure {
    APIFailure("noRecordings", "No recording was found for \(recordID)")
  }

  /// `putRecordingTextTrack`: neither subtitles nor captions.
  public static func invalidKind(_ kind: String) -> APIFailure {
    APIFailure("invalidKind", "Invalid kind parameter, expected='subtitles|captions' actual=\(kind)")
  }

  /// `putRecordingTextTrack`: no language that Java's `LocaleUtils` reads.
  public static func invalidLang(_ language: String) -> APIFailure {
    APIFailure("invalidLang", "Malformed lang param, received=\(language)")
  }
}

/// The calls of bbb-webhooks, which has words of its own (facts §2.19).
extension APIFailure {
  /// The checksum is missing or wrong; with a full stop.
  public static let hooksChecksum = APIFailure(
    "checksumError", "You did not pass the checksum security check.")
  /// `hooks/create`: no URL came.
  public static let callbackURLMissing = APIFailure(
    "missingParamCallbackURL", "You must specify a callbackURL in the parameters.")
  /// `hooks/destroy`: no ID came.
  public static let hookIDMissing = APIFailure(
    "missingParamHookID", "You must specify a hookID in the parameters.")
  /// `hooks/destroy`: no hook has the ID, or it is permanent.
  public static let hookNotFound = APIFailure("destroyMissingHook", "The hook informed was not found.")
  /// `hooks/create`: the server could not keep the hook.
  public static let createHook = APIFailure(
    "createHookError", "An error happened while creating your hook. Check the logs.")
}
