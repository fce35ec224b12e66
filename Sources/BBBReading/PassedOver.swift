/// The elements that some version of BBB writes and nobody here reads; any other one is odd.
///
/// - Source: facts §2.6, §2.7, §2.10, §10; `breakout` in a meeting as the documentation and some load balancers have it.
enum PassedOver {
  /// The names by the place they stand in.
  static let namesByPlace: [Place: Set<String>] = [
    .meeting: [
      "attendeePW", "breakout", "breakoutRooms", "createDate", "dialNumber", "duration", "endTime",
      "freeJoin",
      "hasBeenForciblyEnded", "hasUserJoined", "maxUsers", "message", "messageKey", "moderatorPW",
      "parentMeetingID", "running", "sequence", "startTime", "voiceBridge",
    ],
    .attendee: [
      "customdata", "fullName", "hasJoinedVoice", "hasVideo", "isListeningOnly", "isPresenter", "role",
      "userID",
    ],
    .recording: [
      "breakout", "breakoutRooms", "data", "endTime", "internalMeetingID", "isBreakout", "meetingID",
      "metadata", "name", "participants", "playback", "published", "rawSize", "recordID", "size", "startTime",
      "state",
    ],
  ]

  /// All names that are read nowhere, sorted.
  static let names: [String] = Set(namesByPlace.values.joined()).subtracting(
    ResponseElement.allCases.map(\.rawValue)
  ).sorted()
}
