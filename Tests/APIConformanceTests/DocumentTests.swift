import BBBAPI
import ConformanceKit
import NIOHTTP1
import Testing

@testable import APIConformance

@Suite struct DocumentTests {
  @Test func `a document keeps its order and its texts`() throws {
    let root = try Element.reading(Array("<a><b>x &amp; </b>\n<c/><b><![CDATA[<y>]]></b></a>".utf8))
    #expect(root.childNames == ["b", "c", "b"])
    #expect(root.text(of: "b") == "x & ")
    #expect(root.children[2].text == "<y>")
    #expect(root.text == "\n")
    #expect(root["d"] == nil)
  }

  @Test(arguments: [
    ("", "status 502, no XML (the document is empty)"), ("<html/>", "status 502, root <html>"),
    ("<response/>", "status 502, no returncode"),
    (
      "<response><returncode>FAILED</returncode><errors><error><key>k</key></error></errors></response>",
      "status 502, FAILED k"
    ),
  ])
  func `an answer is described without its contents`(_ body: String, _ description: String) {
    let answer = Answer(place: "request 1", status: 502, body: Array(body.utf8))
    #expect(answer.description == description)
  }

  @Test func `the checksum stands where it should and covers the other parameters`() {
    let question = Question(.create, ["name": "Demo", "meetingID": "demo-1"])
    let checksum = "checksum=fc13d582d3a60bb0872b2560aadf19c40b3a8244f63d05da54317c2d27ac18d2"
    let secret = SharedSecret("demo-secret")
    let queries = Signature.Position.allCases.map { question.query(Signature(position: $0), secret: secret) }
    #expect(
      queries == [
        "\(checksum)&name=Demo&meetingID=demo-1", "name=Demo&\(checksum)&meetingID=demo-1",
        "name=Demo&meetingID=demo-1&\(checksum)",
      ])
    #expect(question.query(nil, secret: secret) == "name=Demo&meetingID=demo-1")
    #expect(question.query(Signature(isForged: true), secret: secret).hasSuffix("ac18d0"))
  }

  @Test func `names follow from seed, check and number`() {
    let meeting = OwnMeeting(0, of: "a/b", seed: 1)
    #expect(meeting == OwnMeeting(0, of: "a/b", seed: 1))
    let others = [
      OwnMeeting(1, of: "a/b", seed: 1), OwnMeeting(0, of: "a/c", seed: 1), OwnMeeting(0, of: "a/b", seed: 2),
    ]
    for other in others { #expect(other.meetingID != meeting.meetingID) }
  }

  @Test func `every check has a source and an own name`() {
    #expect(Set(APISuite.rules.map(\.slug)).count == APISuite.rules.count)
    for rule in APISuite.rules {
      #expect(!rule.citations.isEmpty && rule.title.hasSuffix("."), "\(rule.slug)")
    }
  }

  @Test(arguments: [
    (307, "https://bbb-1.example.org/bigbluebutton/api/join?meetingID=a&checksum=0", true),
    (302, "https://bbb-1.example.org/?errors=[]", false),
    (302, "https://bbb-1.example.org/html5client/join?sessionToken=x&checksum=0", false),
    (200, "https://bbb-1.example.org/bigbluebutton/api/join?checksum=0", false),
  ])
  func `who is sent to the join of another server was not refused`(status: Int, location: String, is: Bool) {
    let answer = Answer(place: "request 1", status: status, headers: ["Location": location], body: [])
    #expect(answer.leadsToAnotherJoin == `is`)
  }
}
