import Testing

@testable import BBBReading

@Suite struct MemoryTests {
  @Test func `thirty megabytes pass and next to nothing is kept`() throws {
    let person = "<attendee>\n<fullName>Ann Lee</fullName>\n<clientType>HTML5</clientType>\n</attendee>\n"
    let people = String(repeating: person, count: 1000)
    let meeting = Array(
      "<meeting>\n<participantCount>1,000</participantCount>\n<attendees>\n\(people)</attendees>\n</meeting>\n"
        .utf8)
    var reader = MeetingsReader(consumer: PeopleCounter())
    try reader.feed(Array("<response><returncode>SUCCESS</returncode><meetings>".utf8).span.bytes)
    var fed = 0
    var kept = 0
    while fed < 30_000_000 {
      try reader.feed(meeting.span.bytes)
      fed += meeting.count
      kept = max(kept, reader.keptCount)
    }
    try reader.feed(Array("</meetings></response>".utf8).span.bytes)
    #expect(try reader.finish() == ResponseOutcome(.succeeded))
    #expect(reader.consumer.meetings == fed / meeting.count)
    #expect(reader.consumer.people == fed / meeting.count * 1000)
    #expect(reader.consumer.participants == fed / meeting.count * 1000)
    #expect(kept < 100)
  }

  @Test func `what waits to be handed over is bounded even if the body comes in one piece`() throws {
    let meetings = String(repeating: "<meeting/>", count: 100_000)
    var reader = MeetingsReader(consumer: PeopleCounter())
    try reader.feed(Array(answer(meetings: meetings).utf8).span.bytes)
    #expect(try reader.finish() == ResponseOutcome(.succeeded))
    #expect(reader.consumer.meetings == 100_000)
    #expect(reader.findingCapacity < 64 << 10)
  }
}

private struct PeopleCounter: MeetingsConsumer {
  var meetings = 0
  var people = 0
  var participants = 0

  mutating func take(_ meeting: MeetingReading) {
    meetings += 1
    people += meeting.attendeesByClient.reduce(0) { $0 + $1.count }
    participants += meeting.participantCount ?? 0
  }

  mutating func note(_ anomaly: Anomaly, in element: ResponseElement) {}
}
