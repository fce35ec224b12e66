import BBBReading
import Testing

@Suite struct UnknownElementTests {
  @Test(arguments: [
    ("<novelty>x</novelty>", ["meeting"]), ("<novelty/><novelty/>", ["meeting", "meeting"]),
    ("<novelty><deeper/><meeting/></novelty>", ["meeting"]), ("<clientType>HTML5</clientType>", ["meeting"]),
    ("<ParticipantCount>9</ParticipantCount>", ["meeting"]),
  ])
  func `an element that no version writes is counted with its container`(extra: String, places: [String]) {
    let read = MeetingsAnswer(answer(adding: extra))
    #expect(read.anomalies == places.map { "unknownElement \($0)" })
    #expect(read.meetings == MeetingsAnswer(answer()).meetings)
  }

  @Test func `so is one among the people, in a person, among the meetings and in the answer`() {
    let person = "<attendee><clientType>HTML5</clientType><novelty/></attendee>"
    let people = answer(changing: ["attendees": "<novelty/>\(person)"])
    #expect(MeetingsAnswer(people).anomalies == ["unknownElement attendees", "unknownElement attendee"])
    let outside = people.replacing("<meetings>", with: "<novelty/><meetings><novelty/>")
    #expect(
      MeetingsAnswer(outside).anomalies.prefix(2) == ["unknownElement response", "unknownElement meetings"])
  }

  @Test func `keys of metadata and custom data are free, and so is what stands in a value`() {
    let metadata = "<any-key>x</any-key><bbb-context><i>x</i></bbb-context>"
    let person = "<attendee><clientType>HTML5<b/></clientType><customdata><k/></customdata></attendee>"
    let read = MeetingsAnswer(
      answer(
        changing: ["metadata": metadata, "attendees": person],
        adding: "<breakoutRooms><novelty/></breakoutRooms>"))
    #expect(read.anomalies == [])
  }

  /// Facts §2.6, whole, and what 0.9 and the documentation's nested breakout have.
  private static let known = [
    "meetingName", "createDate", "voiceBridge", "dialNumber", "attendeePW", "moderatorPW", "running",
    "duration", "hasUserJoined", "hasBeenForciblyEnded", "startTime", "endTime", "maxUsers", "messageKey",
    "message", "parentMeetingID", "sequence", "freeJoin", "breakoutRooms", "breakout",
  ]

  @Test(arguments: known)
  func `what BBB writes is known although it is not read`(name: String) {
    #expect(MeetingsAnswer(answer(adding: "<\(name)>1</\(name)>")).anomalies == [])
  }

  @Test func `an unknown child of a recording is counted, the known ones are not`() throws {
    let known = [
      "recordID", "meetingID", "internalMeetingID", "name", "isBreakout", "published", "state", "startTime",
      "endTime", "participants", "rawSize", "metadata", "breakout", "breakoutRooms", "size", "playback",
      "data",
    ].map { "<\($0)>1</\($0)>" }.joined()
    let body =
      "<response><returncode>SUCCESS</returncode><recordings><recording>\(known)<novelty/></recording></recordings></response>"
    let reading = try recordings(in: body.utf8)
    #expect(reading.listedCount == 1)
    #expect(reading.anomalies == [AnomalyCount(.unknownElement, in: .recording)])
  }
}
