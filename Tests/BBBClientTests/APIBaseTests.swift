import TestSupport
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
    ("http://BBB.Example.ORG/bigbluebutton", "http://bbb.example.org/bigbluebutton/api/"),
    ("http://bbb_1:8090/bigbluebutton", "http://bbb_1:8090/bigbluebutton/api/"),
    ("http://xn--bcher-kva.example/api", "http://xn--bcher-kva.example/api/"),
    ("http://[::ffff:192.0.2.1]/api", "http://[::ffff:192.0.2.1]/api/"),
    ("http://3com.example/api", "http://3com.example/api/"),
    ("http://h/a~b_c.d-e/api", "http://h/a~b_c.d-e/api/"),
    ("http://h/api/bigbluebutton", "http://h/api/bigbluebutton/api/"),
    ("http://localhost:1/server-7/bigbluebutton/", "http://localhost:1/server-7/bigbluebutton/api/"),
  ])
  func `other servers and prefixes are kept`(_ text: String, _ expected: String) throws {
    #expect(try APIBase(parsing: text).text == expected)
  }

  @Test(arguments: [
    ("", APIBaseError.badScheme), ("bbb.example.org", .badScheme), ("ftp://h/bigbluebutton", .badScheme),
    ("https:/h/bigbluebutton", .badScheme), ("https//h/bigbluebutton", .badScheme),
    ("\"https://h/api\"", .badScheme),
    (" https://h/api", .outerBlank), ("https://h/api\n", .outerBlank), ("https://h/api/\r", .outerBlank),
    ("https://h/api \r\n", .outerBlank), ("\t", .outerBlank), ("https://h/api\u{A0}", .outerBlank),
    ("https:///bigbluebutton", .badHost), ("https://h:/bigbluebutton", .badHost), ("https://?x", .badHost),
    ("https://h:0/api", .badHost), ("https://h:+80/api", .badHost), ("https://h:0080/api", .badHost),
    ("https://h:65536/api", .badHost), ("https://h:80:80/api", .badHost), ("https://[::1/api", .badHost),
    ("https://h:99999999999999999999/api", .badHost), ("https://[::1]:/api", .badHost),
    ("https://[zz]/api", .badHost), ("https://a,b/api", .badHost), ("https://[::1]x/api", .badHost),
    ("http://[::::]/api", .badHost), ("http://[]/api", .badHost), ("http://[1.2.3.4]/api", .badHost),
    ("http://[fe80::1%25eth0]/api", .badHost), ("http://::1/api", .badHost), ("http://[:]/api", .badHost),
    ("http://./api", .badHost), ("http://.../api", .badHost), ("http://a..b/api", .badHost),
    ("http://a./api", .badHost), ("http://.a/api", .badHost), ("http://-a/api", .badHost),
    ("http://a-/api", .badHost),
    ("http://a%2eb/api", .badHost), ("http://a\\b/api", .badHost),
    ("http://0x7f.1/api", .badHost), ("http://127.1/api", .badHost), ("http://2130706433/api", .badHost),
    ("http://0177.0.0.1/api", .badHost), ("http://1.2.3.256/api", .badHost),
    ("http://1.2.3.4.5/api", .badHost),
    ("http://a.0x/api", .badHost), ("http://\(String(repeating: "a", count: 64))/api", .badHost),
    ("http://\(String(repeating: "a.", count: 127))a/api", .badHost),
    ("https://u:p@h/api", .credentials), ("https://h@/api", .credentials),
    ("https://h/api?checksum=1", .queryOrFragment),
    ("https://h/api#x", .queryOrFragment), ("https://h?x", .queryOrFragment),
    ("https://h/bigbluebutton/#/", .queryOrFragment),
    ("https://h/big blue/api", .unprintable), ("https://bücher.example/api", .unprintable),
    ("https://h/\0/api", .unprintable), ("https://h/api\u{200B}/", .unprintable),
    ("https://h", .badPath), ("https://h/", .badPath), ("https://h/bbb", .badPath),
    ("https://h/bigbluebutton/API", .badPath),
    ("https://h/BigBlueButton", .badPath), ("https://h/b", .badPath), ("https://h/apis", .badPath),
    ("https://h/../api", .badPathCharacter), ("https://h/./api", .badPathCharacter),
    ("https://h/bigbluebutton/..", .badPathCharacter), ("https://h/%2e%2e/api", .badPathCharacter),
    ("https://h/a;b/api", .badPathCharacter), ("https://h/a%2Fb/api", .badPathCharacter),
    ("https://h/\"a\"/api", .badPathCharacter), ("https://h/api\"", .badPathCharacter),
    ("https://h/a\\api", .badPathCharacter),
    ("https://h/bigbluebutton/api/getMeetings", .call), ("https://h/bigbluebutton/api//getMeetings/", .call),
    ("https://h/bigbluebutton/api/getMeetings?checksum=abc", .call), ("https://h/api/x?y#z", .call),
  ])
  func `anything else is refused by its rule`(_ text: String, _ error: APIBaseError) {
    #expect(throws: error) { try APIBase(parsing: text) }
  }

  @Test func `whatever is accepted means the same when read again, and fits into a request`() throws {
    var generator = SeededGenerator(seed: 4)
    let pieces = [
      "http", "https", "://", "/", "//", "api", "bigbluebutton", "h", "a.b", "[::1]", "127.0.0.1", "0x7f",
      ":80", ":", ".",
      "..", "%2e", ";", "?", "#", "@", " ", "\r", "é", "\0", "_", "-", "\\", "\"", "xn--x", "999",
    ]
    var accepted = 0
    for round in 0..<50_000 {
      let middle = (0..<Int.random(in: 0...5, using: &generator)).map { _ in generator.pick(pieces) }.joined()
      let text =
        generator.pick(["http://h", "https://[::1]:8", "http://", ""]) + middle
        + generator.pick(["/api", "/bigbluebutton/", ""])
      guard let base = try? APIBase(parsing: text) else { continue }
      accepted += 1
      #expect(try APIBase(parsing: base.text) == base, "seed 4, round \(round): \(text)")
      #expect(base.text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }, "seed 4, round \(round): \(text)")
      #expect(base.path.hasSuffix("/api/") && !base.path.contains("//"), "seed 4, round \(round): \(text)")
    }
    #expect(accepted > 500)
  }

  @Test func `a call is appended with its query`() throws {
    let base = try APIBase(parsing: "http://h/bigbluebutton")
    #expect(base.url(of: "getMeetings", query: "") == "http://h/bigbluebutton/api/getMeetings")
    #expect(base.url(of: "end", query: "a=b") == "http://h/bigbluebutton/api/end?a=b")
  }
}
