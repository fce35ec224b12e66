/// Checksums and requests as such (facts §1.3, §1.4, §3.3).
extension APIFailure {
  /// The checksum is not the one of this request.
  public static let checksumMismatch = APIFailure("checksumError", "Checksums do not match")
  /// No checksum came, or an empty one.
  public static let checksumMissing = APIFailure("checksumError", "You must provide the checksum")
  /// What the recording calls say about any bad checksum.
  public static let checksumNotPassed = APIFailure(
    "checksumError", "You did not pass the checksum security check")
  /// A body came with a media type that the call does not take.
  public static let unsupportedContentType = APIFailure(
    "unsupportedContentType", "POST request Content-Type is missing or unsupported")
  /// The server's API is switched off.
  public static let apiNotEnabled = APIFailure(
    "apiNotEnabled",
    "The API service and/or controller is not enabled on this server.  To use it, you must first enable it.")
  /// The recordings could not be turned into an answer.
  public static let unexpectedError = APIFailure(
    "unexpectedError", "An unexpected error occurred while constructing the response.")
  /// A request that BBB's validation cannot place.
  public static let requestNotRecognized = APIFailure("validationError", "Request not recognized")
  /// BBB's validation failed without a reason of its own.
  public static let unknownValidationError = APIFailure(
    "validationError", "An unknown validation error occurred")
}

/// Meeting IDs, names and passwords (facts §3.3).
extension APIFailure {
  /// No meeting ID came.
  public static let meetingIDMissing = APIFailure("missingParamMeetingID", "You must provide a meeting ID")
  /// The meeting ID is too short or too long.
  public static let meetingIDLength = APIFailure(
    "sizeError", "Meeting ID must be between 2 and 256 characters")
  /// The meeting ID holds a comma.
  public static let meetingIDHasComma = APIFailure("validationError", "Meeting ID cannot contain ','")
  /// Sanitising changed the meeting ID, see ``QueryParameters/isAltered(_:)``.
  public static let meetingIDInvalid = APIFailure("validationError", "Invalid meeting ID")
  /// No meeting has this ID; `getMeetingInfo` and `end`.
  public static let meetingNotFound = APIFailure("notFound", "A meeting with that ID does not exist")
  /// No meeting has this ID; `join`.
  public static let invalidMeetingIdentifier = APIFailure(
    "invalidMeetingIdentifier", "A meeting with that ID does not exist")
  /// The password has fewer than 2 or more than 64 characters.
  public static let passwordLength = APIFailure("invalidPassword", "Invalid password")
  /// `end` came with a password that is not the moderators'.
  public static let moderatorPasswordIncorrect = APIFailure(
    "invalidPassword", "The supplied moderator password is incorrect")
  /// `join` came with a password of neither role.
  public static let passwordOfNeitherRole = APIFailure(
    "invalidPassword", "The provided password is neither a moderator or attendee password")
}

/// `create` (facts §3.3).
extension APIFailure {
  /// No name came; the key is the default one of the constraint.
  public static let meetingNameMissing = APIFailure("emptyError", "You must provide a meeting name")
  /// The name is too short or too long.
  public static let meetingNameLength = APIFailure(
    "sizeError", "Meeting name must be between 2 and 256 characters")
  /// `voiceBridge` is no number.
  public static let voiceBridgeNotIntegral = APIFailure(
    "validationError", "Voice bridge must be an integral value")
  /// `record` is neither true nor false.
  public static let recordNotBoolean = APIFailure(
    "validationError", "Record must be a boolean value (true or false)")
  /// `isBreakoutRoom` is neither true nor false.
  public static let breakoutRoomNotBoolean = APIFailure(
    "validationError", "You must provide a boolean value (true or false) for the breakout room")
  /// `presentationUploadExternalUrl` is no URL.
  public static let presentationUploadURLInvalid = APIFailure(
    "validationError", "Param 'presentationUploadExternalUrl' is not a valid URL")
  /// The meeting exists with other passwords (facts §4.1).
  public static let idNotUnique = APIFailure(
    "idNotUnique", "A meeting already exists with that meeting ID.  Please use a different meeting ID.")
  /// Another meeting has the voice bridge; answered in the `<errors>` form (facts §3.2).
  public static let nonUniqueVoiceBridge = APIFailure(
    "nonUniqueVoiceBridge", "The selected voice bridge is already in use.")
  /// A breakout room came without its parent.
  public static let parentMeetingIDMissing = APIFailure(
    "parentMeetingIDMissing", "No parent meeting ID was provided for the breakout room")
  /// A breakout room came without its parent; the spelling of 2.6 and 2.7.
  public static let parentMeetingIdMissing = APIFailure(
    "parentMeetingIdMissing", "No parent meeting ID was provided for the breakout room")
  /// A breakout room's parent does not exist.
  public static let parentMeetingDoesNotExist = APIFailure(
    "parentMeetingDoesNotExist", "No parent meeting exists for the breakout room")
  /// `sharedNotesEditor` is a word that BBB does not know.
  public static let invalidSharedNotesEditor = APIFailure(
    "invalidSharedNotesEditor", "sharedNotesEditor must be either etherpad or blockNote")
  /// A presentation's file name cannot be read.
  public static let fileNameUndecodable = APIFailure("fileNameError", "Cannot decode the uploaded file name")
}

/// `join` (facts §3.3).
extension APIFailure {
  /// No name came.
  public static let fullNameMissing = APIFailure("missingParamFullName", "You must provide your name")
  /// `guest` is neither true nor false.
  public static let guestNotBoolean = APIFailure(
    "validationError", "Guest must be a boolean value (true or false)")
  /// `auth` is neither true nor false.
  public static let authNotBoolean = APIFailure(
    "validationError", "Auth must be a boolean value (true or false)")
  /// `createTime` is no number; the default text of BBB's `IsIntegralConstraint` at 7af1409b.
  public static let createTimeNotIntegral = APIFailure(
    "validationError", "Value must be an integral number")
  /// The meeting has ended, or (2.4 and later, facts §3.5) does not exist.
  public static let meetingForciblyEnded = APIFailure(
    "meetingForciblyEnded", "You can not join a meeting that has already been forcibly ended")
  /// The meeting was made again since the link was.
  public static let mismatchCreateTime = APIFailure(
    "mismatchCreateTimeParam", "The createTime parameter submitted mismatches with the current meeting.")
  /// The meeting is full.
  public static let maxParticipantsReached = APIFailure(
    "maxParticipantsReached", "The number of participants allowed for this meeting has been reached.")
  /// The guest policy denies.
  public static let guestDeniedAccess = APIFailure(
    "guestDeniedAccess", "You have been denied access to this meeting based on the meeting's guest policy")
  /// The password is needed and is of neither role; an XML answer, never a redirect.
  public static let validPasswordRequired = APIFailure("Params required", "You must enter a valid password")
  /// The meeting has no passwords and no role came; an XML answer, never a redirect.
  public static let roleRequired = APIFailure(
    "Params required", "You must send the 'role' parameter, since this meeting doesn't have any password.")
  /// Neither a valid role nor a password came; an XML answer, never a redirect. The slip of the pen is BBB's.
  public static let roleOrPasswordRequired = APIFailure(
    "Params required",
    "You must either send the valid role of the user, or the password, sould the meeting has one.")
}

extension APIFailure {
  /// Every failure, in the order of the reference page.
  public static let catalogue: [APIFailure] =
    [
      checksumMismatch, checksumMissing, checksumNotPassed, unsupportedContentType, apiNotEnabled,
      unexpectedError, requestNotRecognized, unknownValidationError,
      meetingIDMissing, meetingIDLength, meetingIDHasComma, meetingIDInvalid, meetingNotFound,
      invalidMeetingIdentifier, passwordLength, moderatorPasswordIncorrect, passwordOfNeitherRole,
      meetingNameMissing, meetingNameLength, voiceBridgeNotIntegral, recordNotBoolean,
      breakoutRoomNotBoolean, presentationUploadURLInvalid, idNotUnique, nonUniqueVoiceBridge,
      parentMeetingIDMissing, parentMeetingIdMissing, parentMeetingDoesNotExist,
      invalidSharedNotesEditor, fileNameUndecodable,
      fullNameMissing, guestNotBoolean, authNotBoolean, createTimeNotIntegral, meetingForciblyEnded,
      mismatchCreateTime, maxParticipantsReached, guestDeniedAccess, validPasswordRequired, roleRequired,
      roleOrPasswordRequired,
    ] + sessionCatalogue
}
