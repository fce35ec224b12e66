import Testing

@testable import BBBClient

@Suite struct RedactionTests {
  @Test(arguments: [
    ("", ""), ("nothing here", "nothing here"), ("a=b", "a=b"),
    ("getMeetings?checksum=abc", "getMeetings?checksum=(redacted)"),
    ("x?checksum=abc&state=any", "x?checksum=(redacted)&state=any"),
    ("x?state=any&checksum=abc", "x?state=any&checksum=(redacted)"),
    ("x?CHECKSUM=abc&checksum=def end", "x?CHECKSUM=(redacted)&checksum=(redacted) end"),
    ("join?fullName=Ada&password=p&meetingID=m", "join?fullName=(redacted)&password=(redacted)&meetingID=m"),
    ("create?attendeePW=a=b&moderatorPW=c", "create?attendeePW=(redacted)&moderatorPW=(redacted)"),
    ("url \"http://h/?checksum=abc\" failed", "url \"http://h/?checksum=(redacted)\" failed"),
  ])
  func `values that prove something or name a person are replaced`(_ text: String, _ expected: String) {
    #expect(Redaction.redacted(text) == expected)
  }

  @Test(arguments: [
    ("plain", "plain"), ("two\nlines\u{1b}[31m", "two lines [31m"),
    (String(repeating: "x", count: 300), String(repeating: "x", count: 200) + "…"),
  ])
  func `a text of others fits on one line`(_ text: String, _ expected: String) {
    #expect(text.singleLine == expected)
  }
}
