import BBBAPI
import BBBClient
import Determinism
import Testing

@testable import ScenarioRecorder

/// Servers of many ages and makers answer; what they leave out changes nothing, what they add is passed over.
@Suite struct ListingTests {
  private static func meetings(_ body: String, piece: Int = .max) throws -> Listing<SeenMeeting> {
    try read("<response>\(body)</response>", piece: piece)
  }

  private static func read(_ document: String, piece: Int = .max) throws -> Listing<SeenMeeting> {
    var reader = ListingReader<SeenMeeting>()
    var rest = Array(document.utf8)[...]
    while !rest.isEmpty {
      let part = Array(rest.prefix(piece))
      try reader.feed(part.span.bytes)
      rest = rest.dropFirst(piece)
    }
    return try reader.finish()
  }

  private static let rich = """
    <returncode>SUCCESS</returncode><meetings><meeting><internalMeetingID>a-1</internalMeetingID>
    <createTime>1,772,438,400,000</createTime><participantCount>1.202</participantCount><maxUsers>2 000</maxUsers>
    <recording>true</recording><novelty><meeting><meetingID>no</meetingID></meeting></novelty>
    <isBreakout>true</isBreakout><breakout><parentMeetingID>p-1</parentMeetingID><sequence>2</sequence></breakout>
    <attendees><attendee><userID>u</userID><role>moderator</role><hasVideo>true</hasVideo>
    <customdata><role>VIEWER</role><attendee/></customdata></attendee></attendees>
    <metadata><meeting>m</meeting><bbb-origin><![CDATA[ Moodle ]]></bbb-origin></metadata></meeting></meetings>
    """

  @Test(arguments: [1, 7, .max]) func `grouped numbers, nested rooms and unknown elements are read`(
    piece: Int
  ) throws {
    let listing = try Self.meetings(Self.rich, piece: piece)
    let meeting = try #require(listing.items.first)
    #expect(listing.items.count == 1 && meeting.internalID == "a-1" && meeting.isRecorded)
    #expect(meeting.createTime == 1_772_438_400_000)
    #expect(meeting.participantCount == 1202 && meeting.maxUsers == 2000 && meeting.videoCount == nil)
    #expect(meeting.room == .init(parentID: "p-1", sequence: 2, freeJoin: false))
    #expect(meeting.originName == "Moodle" && meeting.people.map(\.role) == [.moderator])
  }

  @Test func `a room's place may stand flat in the meeting`() throws {
    let flat = Self.rich.replacing("<breakout>", with: "").replacing(
      "</breakout>", with: "<freeJoin>true</freeJoin>")
    let room = try #require(try Self.meetings(flat).items.first?.room)
    #expect(room == .init(parentID: "p-1", sequence: 2, freeJoin: true))
  }

  @Test(arguments: ["<meetings/>", "", "<meetings></meetings>", "<meetings><meeting/></meetings>"])
  func `nothing listed is no error`(list: String) throws {
    #expect(try Self.meetings("<returncode>SUCCESS</returncode>\(list)").items.isEmpty)
  }

  @Test(arguments: [
    ("<returncode>FAILED</returncode><messageKey>checksumError</messageKey>", "FAILED checksumError"),
    ("<meetings/>", "no returncode"), ("<oops>", "unreadable"),
  ])
  func `what is no answer is named`(body: String, word: String) throws {
    let failure = #expect(throws: CallFailure.self) { try Self.meetings(body) }
    #expect(try #require(failure).description.contains(word))
  }

  @Test(arguments: [
    "<html><body/></html>", "<!DOCTYPE html><html>", "\n<!doctype html>\n<p>404", "<HTML><p>unclosed</HTML>",
  ]) func `a web page is called one`(page: String) {
    #expect(throws: CallFailure.webPage) { try Self.read(page) }
  }

  @Test(arguments: [
    ("12", 12), ("1,202", 1202), ("1 234 567", 1_234_567), ("1\u{A0}202", 1202), ("", nil), ("-1", nil),
    ("1,20", nil), ("1234,567", nil), ("many", nil), ("99999999999999999999", nil), ("1,", nil),
  ])
  func `a number is read in any locale, or not at all`(text: String, value: Int64?) {
    #expect(WholeNumber.value(of: text) == value)
  }
}
