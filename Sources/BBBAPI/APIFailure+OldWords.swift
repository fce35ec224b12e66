extension APIFailure {
  /// The failure as 2.3 and before word it; many are the same.
  ///
  /// - Source: facts §1.3, §3.3.
  public func inOldWords(for call: APICall?) -> APIFailure {
    let sentence: String? =
      switch (messageKey, call) {
      case ("checksumError", _): "You did not pass the checksum security check"
      case ("missingParamMeetingID", _): "You must specify a meeting ID for the meeting."
      case ("missingParamFullName", _):
        "You must specify a name for the attendee who will be joining the meeting."
      case ("invalidMeetingIdentifier", _):
        "The meeting ID that you supplied did not match any existing meetings"
      case ("meetingForciblyEnded", _): Self.oldMeetingForciblyEnded
      case ("invalidPassword", .end): "You must supply the moderator password for this call."
      case ("invalidPassword", .join): Self.oldPasswordOfNeitherRole
      case ("notFound", .end):
        "We could not find a meeting with that meeting ID - perhaps the meeting is not yet running?"
      case ("notFound", .getMeetingInfo): "We could not find a meeting with that meeting ID"
      default: nil
      }
    return APIFailure(messageKey: messageKey, message: sentence ?? message)
  }

  private static var oldMeetingForciblyEnded: String {
    "You can not re-join a meeting that has already been forcibly ended.  However, once the meeting is removed"
      + " from memory (according to the timeout configured on this server, you will be able to once again create"
      + " a meeting with the same meeting ID"
  }

  private static var oldPasswordOfNeitherRole: String {
    "You either did not supply a password or the password supplied is neither the attendee or moderator password"
      + " for this conference."
  }
}
