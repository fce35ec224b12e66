import BBBAPI
import BBBReading
import Testing

@Suite struct PathTests {
  @Test(arguments: [
    "<metadata><participantCount>99</participantCount></metadata>",
    "<metadata><meeting><participantCount>99</participantCount></meeting></metadata>",
    "<metadata><isBreakout>true</isBreakout><returncode>FAILED</returncode></metadata>",
    "<metadata><attendees><attendee><clientType>FLASH</clientType></attendee></attendees></metadata>",
    "<metadata><metadata><bbb-origin>x</bbb-origin></metadata></metadata>",
    "<bbb-origin>x</bbb-origin>",
    "<clientType>FLASH</clientType>",
    "<attendee><clientType>FLASH</clientType></attendee>",
    "<response><returncode>FAILED</returncode></response>",
    "<meetings><meeting/></meetings>",
    "<meeting/>",
    "<breakout><isBreakout>true</isBreakout><meetingID>x</meetingID><participantCount>99</participantCount></breakout>",
    "<breakoutRooms><breakout>participantCount</breakout><meetingID>x</meetingID></breakoutRooms>",
    "<new><participantCount>99</participantCount><deep><er><meeting/></er></deep></new>",
    "<ParticipantCount>99</ParticipantCount>",
    "<message>x</message><messageKey>x</messageKey>",
  ])
  func `a known name in another place means nothing`(extra: String) {
    let rest = extra.replacing("<metadata>", with: "", maxReplacements: 1)
    let isMetadata = extra.hasPrefix("<metadata>")
    let inner = isMetadata ? String(rest.dropLast("</metadata>".count)) : ""
    let body =
      isMetadata
      ? answer(changing: ["metadata": inner]) : answer(adding: extra)
    let read = MeetingsAnswer(body)
    let sound = MeetingsAnswer(answer())
    #expect(read.meetings == sound.meetings && read.outcome == sound.outcome && read.error == nil)
    #expect(read.anomalies.allSatisfy { $0 == "unknownElement meeting" })
  }

  @Test(arguments: ["meeting", "clientType", "attendee", "participantCount", "customdata", "response"])
  func `a key of custom data may have any name`(key: String) {
    func body(_ customData: String) -> String {
      let attendee =
        "<attendee><clientType>HTML5</clientType><customdata>\(customData)</customdata></attendee>"
      return answer(changing: ["attendees": attendee])
    }
    #expect(MeetingsAnswer(body("<\(key)>FLASH<\(key)/></\(key)>")) == MeetingsAnswer(body("")))
  }

  @Test func `the children of a meeting may come in any order`() {
    let fields = soundFields.reversed().map { "<\($0.name)>\($0.value)</\($0.name)>" }.joined()
    #expect(MeetingsAnswer(answer(meetings: "<meeting>\(fields)</meeting>")) == MeetingsAnswer(answer()))
  }

  @Test func `the outcome may come after the meetings`() {
    let answer = MeetingsAnswer(
      "<response><meetings><meeting/></meetings><message>m</message><returncode>SUCCESS</returncode></response>"
    )
    #expect(answer.meetings.count == 1)
    #expect(answer.outcome == ResponseOutcome(.succeeded, message: "m"))
  }

  @Test func `an element within a value is passed over`() {
    let answer = MeetingsAnswer(
      answer(changing: ["participantCount": "1<b>9<videoCount>5</videoCount></b>2"]))
    #expect(answer.meetings.map(\.participantCount) == [12])
    #expect(answer.meetings.map(\.videoCount) == [0])
  }

  @Test func `namespaces do not matter`() {
    let body = "<b:response xmlns:b=\"urn:b\"><b:returncode>SUCCESS</b:returncode><meetings/></b:response>"
    #expect(MeetingsAnswer(body).outcome == ResponseOutcome(.succeeded))
  }

  @Test(
    arguments: [
      ("<recordings><recording/><recording/></recordings>", 2, nil),
      ("<recordings/>", 0, nil),
      ("", 0, nil),
      ("<recording/><meetings><recording/></meetings>", 0, nil),
      (
        "<recordings><recording><metadata><recording/></metadata></recording><other><recording/></other></recordings>",
        1, nil
      ),
      ("<recordings><totalElements>5</totalElements></recordings>", 0, nil),
      ("<totalElements>5</totalElements>", 0, 5),
      ("<totalElements> 1,234 </totalElements>", 0, 1234),
      ("<pagination><totalElements>6</totalElements></pagination>", 0, 6),
      ("<pagination><pageable><totalElements>6</totalElements></pageable></pagination>", 0, nil),
      ("<totalElements>5</totalElements><pagination><totalElements>6</totalElements></pagination>", 0, 5),
    ] as [(String, Int, Int?)])
  func `recordings and their total count only in their places`(content: String, listed: Int, total: Int?)
    throws
  {
    let reading = try recordings(in: "<response><returncode>SUCCESS</returncode>\(content)</response>".utf8)
    #expect(reading.outcome == ResponseOutcome(.succeeded))
    #expect(reading.listedCount == listed && reading.totalElements == total)
    #expect(reading.anomalies.allSatisfy { $0.anomaly == .unknownElement })
  }

  @Test func `anomalies of recordings are counted by kind and element`() throws {
    let body = """
      <response><returncode>SUCCESS</returncode><recordings><recording>x</recording><recording>y</recording>
      </recordings><totalElements>-1</totalElements><totalElements>2</totalElements></response>
      """
    let reading = try recordings(in: body.utf8)
    #expect(reading.totalElements == nil)
    #expect(
      reading.anomalies == [
        AnomalyCount(.strayText, in: .recording, count: 2),
        AnomalyCount(.malformedNumber, in: .totalElements),
        AnomalyCount(.repeatedElement, in: .totalElements),
      ])
  }
}
