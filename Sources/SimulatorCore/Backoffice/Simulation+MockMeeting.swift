import BBBAPI
import Determinism
import TimelineEngine

extension Simulation {
  /// A meeting that runs whoever is in it, with the people whom the test names.
  ///
  /// A meeting of that ID that is there already is taken, and the people join it.
  mutating func createMockMeeting(_ parameters: QueryParameters) -> BackofficeAnswer {
    let isBreakout = (parameters.number("isBreakout") ?? 0) != 0
    if isBreakout && mockMeeting(parameters, "parentMeetingID") == nil {
      return .notFound("a parent meeting with that meeting ID")
    }
    let existing = mockMeeting(parameters)
    let internalMeetingID =
      existing?.details.internalMeetingID ?? create(parameters, isBreakout: isBreakout)
    seat(parameters, in: internalMeetingID)
    guard let meeting = world.meeting(matching: internalMeetingID) else {
      return .notFound("a meeting with that meeting ID")
    }
    return BackofficeAnswer.meeting(meeting)
  }

  private mutating func create(_ parameters: QueryParameters, isBreakout: Bool) -> String {
    var random = commandStream.child("mock").stream
    let meetingID = parameters.text("meetingID") ?? random.nextAlphanumerics(40)
    let named = parameters.appending(QueryParameters(meetingID: meetingID))
    var details = MeetingDetails(creating: named, at: createTime(for: meetingID), from: commandStream)
    details.name = parameters.text("name") ?? parameters.text("meetingName") ?? meetingID
    details.maxUsers = parameters.count("maxUsers") ?? 0
    details.metadata = parameters.mockMetadata
    details.isRecorded = true
    details.isKeptRunning = true
    details.expireIfNoUserJoinedInMinutes = 0
    details.expireWhenLastUserLeftInMinutes = 0
    if isBreakout, let parent = mockMeeting(parameters, "parentMeetingID") {
      details.breakout = .init(
        parentMeetingID: parent.details.internalMeetingID,
        sequence: parameters.number("sequence") ?? parent.breakoutRooms.count + 1,
        freeJoin: (parameters.number("freeJoin") ?? 0) != 0 || parameters.flag("freeJoin"))
    }
    timeline.perform(.create(details, records: false))
    return details.internalMeetingID
  }

  /// `moderators` is a list with commas; `participants` is a number of strangers, or a JSON list of user IDs.
  private mutating func seat(_ parameters: QueryParameters, in internalMeetingID: String) {
    let moderators = parameters.text("moderators")?.split(separator: ",") ?? []
    for (index, userID) in moderators.enumerated() {
      join(userID.trimmed, "Moderator \(index)", .moderator, internalMeetingID)
    }
    guard let participants = parameters.text("participants") else { return }
    var random = commandStream.child("participants").stream
    let userIDs =
      Int(participants).map { count in
        (0..<min(max(count, 0), Self.mostParticipants)).map { _ in
          String(1 + random.nextInteger(below: 1_000_000))
        }
      } ?? participants.jsonList
    for (index, userID) in userIDs.enumerated() {
      join(userID, "Participant \(index)", .viewer, internalMeetingID)
    }
  }

  /// More than any test has, and few enough to be made at once.
  private static let mostParticipants = 1000

  private mutating func join(_ userID: String, _ name: String, _ role: Role, _ internalMeetingID: String) {
    // The mock says of everybody that they have joined voice.
    let attendee = Attendee(userID: userID, fullName: name, role: role, audio: .microphone)
    timeline.perform(.join(internalMeetingID: internalMeetingID, attendee))
  }
}

extension BackofficeAnswer {
  fileprivate static func meeting(_ meeting: Meeting) -> Self {
    var answer = Self.success()
    answer.fields = meeting.backofficeSummary
    return answer
  }
}

extension QueryParameters {
  fileprivate init(meetingID: String) {
    self.init(
      decoding: "meetingID="
        + meetingID.utf8.map { "%" + String(0x100 + Int($0), radix: 16).suffix(2) }.joined())
  }
}

extension QueryParameters {
  /// Metadata with the mock's defaults for what Moodle always sends; keys are lower-case, as BBB has them.
  var mockMetadata: [Metadatum] {
    let given = metadata
    let defaults = [
      Metadatum("bbb-context", "12345"), Metadatum("bbb-origin", "Moodle"),
      Metadatum("bbb-origin-server-common-name", "http://example.com/"),
      Metadatum("bbb-origin-server-name", "BBB Moodle"),
    ]
    return given + defaults.filter { one in !given.contains { $0.key == one.key } }
  }
}

extension String {
  /// The texts and numbers of a flat JSON list, such as `["a", 7]`; IDs of users have no quotes or commas of their own.
  fileprivate var jsonList: [String] {
    trimmed.drop { $0 == "[" }.split(separator: ",")
      .map { $0.filter { !"[]\" ".contains($0) } }.filter { !$0.isEmpty }
  }
}

extension StringProtocol {
  fileprivate var trimmed: String {
    var text = drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
