import Testing

@testable import BBBClient

@Suite struct APIBaseTests {
  @Test(arguments: [
    "https://bbb.example.org/bigbluebutton/api/", "https://bbb.example.org/bigbluebutton/api",
    "https://bbb.example.org/bigbluebutton/", "https://bbb.example.org/bigbluebutton",
    "HTTPS://bbb.example.org/bigbluebutton//api//",
  ])
  func `the four spellings mean the same`(_ text: String) throws {
    #expect(try APIBase(parsing: text).text == "https://bbb.example.org/bigbluebutton/api/")
  }

  @Test(arguments: [
    ("http://127.0.0.1:8090/bigbluebutton", "http://127.0.0.1:8090/bigbluebutton/api/"),
    ("http://[::1]:8090/bigbluebutton", "http://[::1]:8090/bigbluebutton/api/"),
    ("http://[::1]/api", "http://[::1]/api/"),
    ("https://lb.example.org/b3lb/t/tenant/bbb/api/", "https://lb.example.org/b3lb/t/tenant/bbb/api/"),
    ("http://localhost:1/server-7/bigbluebutton/", "http://localhost:1/server-7/bigbluebutton/api/"),
  ])
  func `other servers and prefixes are kept`(_ text: String, _ expected: String) throws {
    #expect(try APIBase(parsing: text).text == expected)
  }

  @Test(arguments: [
    ("", APIBaseError.badScheme), ("bbb.example.org", .badScheme), ("ftp://h/bigbluebutton", .badScheme),
    ("https:/h/bigbluebutton", .badScheme), ("https//h/bigbluebutton", .badScheme),
    (" https://h/api", .badScheme),
    ("https:///bigbluebutton", .badHost), ("https://h:/bigbluebutton", .badHost),
    ("https://h:0/api", .badHost),
    ("https://h:65536/api", .badHost), ("https://h:80:80/api", .badHost), ("https://[::1/api", .badHost),
    ("https://[zz]/api", .badHost), ("https://a,b/api", .badHost), ("https://[::1]x/api", .badHost),
    ("https://u:p@h/api", .credentials), ("https://h/api?checksum=1", .queryOrFragment),
    ("https://h/api#x", .queryOrFragment),
    ("https://h/big blue/api", .unprintable), ("https://bücher.example/api", .unprintable),
    ("https://h/api\n", .unprintable),
    ("https://h", .badPath), ("https://h/", .badPath), ("https://h/bbb", .badPath),
    ("https://h/bigbluebutton/api/getMeetings", .badPath),
  ])
  func `anything else is refused by its rule`(_ text: String, _ error: APIBaseError) {
    #expect(throws: error) { try APIBase(parsing: text) }
  }

  @Test func `a call is appended with its query`() throws {
    let base = try APIBase(parsing: "http://h/bigbluebutton")
    #expect(base.url(of: "getMeetings", query: "") == "http://h/bigbluebutton/api/getMeetings")
    #expect(base.url(of: "end", query: "a=b") == "http://h/bigbluebutton/api/end?a=b")
  }
}
