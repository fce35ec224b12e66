import BBBAPI
import BBBReading
import Testing

@Suite struct AnomalyTests {
  @Test func `a sound meeting has no anomaly`() {
    let answer = MeetingsAnswer(answer())
    #expect(answer.anomalies == [])
    #expect(answer.meetings.count == 1)
    #expect(answer.error == nil)
  }

  @Test(arguments: soundFields.map(\.name).filter { $0 != "metadata" })
  func `an absent element costs that field alone`(name: String) {
    let answer = MeetingsAnswer(answer(without: name))
    #expect(answer.anomalies == ["missingElement \(name)"])
    #expect(answer.meetings.count == 1)
  }

  @Test func `absent metadata is no anomaly`() {
    #expect(MeetingsAnswer(answer(without: "metadata")).anomalies == [])
  }

  @Test func `a meeting without anything is handed over all the same`() {
    let answer = MeetingsAnswer(answer(meetings: "<meeting/>"))
    #expect(answer.meetings == [MeetingReading()])
    #expect(answer.anomalies.count == soundFields.count - 1)
  }

  @Test(
    arguments: [
      (["meetingID": ""], "", ["missingElement meetingID"]),
      (["internalMeetingID": " \n"], "", ["missingElement internalMeetingID"]),
      (["attendees": "<attendee></attendee>"], "", ["missingElement clientType"]),
      (["attendees": "<attendee><clientType/></attendee>"], "", ["missingElement clientType"]),
      ([:], "<participantCount>9</participantCount>", ["repeatedElement participantCount"]),
      ([:], "<metadata><bbb-origin>x</bbb-origin></metadata>", ["repeatedElement metadata"]),
      (
        ["metadata": "<bbb-origin>x</bbb-origin><bbb-origin>y</bbb-origin>"], "",
        ["repeatedElement bbb-origin"]
      ),
      (["metadata": "<bbb-origin>x</bbb-origin>hunter2"], "", ["strayText metadata"]),
      (
        ["metadata": "one<k/>two<!-- -->three<k/>\n<k/>four"], "",
        ["strayText metadata", "strayText metadata", "strayText metadata"]
      ),
      (["attendees": "none"], "", ["strayText attendees"]),
      ([:], "stray", ["strayText meeting"]),
      (
        ["metadata": "<bbb-origin>" + String(repeating: "x", count: 4097) + "</bbb-origin>"], "",
        ["overlongText bbb-origin"]
      ),
      (["videoCount": String(repeating: "0", count: 5000)], "", ["overlongText videoCount"]),
      (["isBreakout": String(repeating: "t", count: 5000)], "", ["overlongText isBreakout"]),
      (["attendees": attendee(String(repeating: "t", count: 5000))], "", ["overlongText clientType"]),
      (
        ["attendees": (1...258).map { attendee("T\($0)") }.joined()], "",
        ["tooManyClientTypes clientType", "tooManyClientTypes clientType"]
      ),
    ] as [([String: String], String, [String])])
  func `an oddity is reported with its element`(changes: [String: String], extra: String, anomalies: [String])
  {
    let answer = MeetingsAnswer(answer(changing: changes, adding: extra))
    #expect(answer.anomalies == anomalies)
    #expect(answer.meetings.count == 1)
    #expect(answer.error == nil)
  }

  @Test func `of a repeated value the first counts`() {
    let metadata = "<bbb-origin>one</bbb-origin><bbb-origin>two</bbb-origin>"
    let answer = MeetingsAnswer(
      answer(changing: ["metadata": metadata], adding: "<videoCount>7</videoCount><videoCount>8</videoCount>")
    )
    #expect(answer.meetings.map(\.origin) == ["one"])
    #expect(answer.meetings.map(\.videoCount) == [0])
  }

  @Test func `a repeated list loses no entry`() {
    let list = "</meetings><meetings>" + "<meeting/>"
    #expect(MeetingsAnswer(answer(meetings: "<meeting/>" + list)).meetings.count == 2)
  }

  @Test func `an anomaly of one meeting does not touch the next`() {
    let sound =
      "<meeting>" + soundFields.map { "<\($0.name)>\($0.value)</\($0.name)>" }.joined() + "</meeting>"
    let answer = MeetingsAnswer(answer(meetings: "<meeting><videoCount>x</videoCount></meeting>" + sound))
    #expect(answer.meetings.last == MeetingsAnswer(BBBReadingTests.answer()).meetings.first)
    #expect(answer.anomalies.filter { $0.hasSuffix("videoCount") } == ["malformedNumber videoCount"])
  }

  @Test func `people are counted by client type as spelt, in the order of appearance`() {
    let types = ["HTML5", "DIAL-IN", "html5", " HTML5\n", "FLASH", "DIAL-IN", "HTML5"]
    let answer = MeetingsAnswer(answer(changing: ["attendees": types.map(attendee).joined()]))
    #expect(
      answer.meetings.first?.attendeesByClient == [
        ClientCount(.html5, count: 3), ClientCount(.dialIn, count: 2),
        ClientCount(ClientType(rawValue: "html5"), count: 1), ClientCount(.flash, count: 1),
      ])
    #expect(answer.anomalies == [])
  }
}

private func attendee(_ clientType: String) -> String {
  "<attendee>\n<userID>u</userID>\n<clientType>\(clientType)</clientType>\n</attendee>\n"
}
