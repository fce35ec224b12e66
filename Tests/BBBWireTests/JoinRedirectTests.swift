import BBBAPI
import BBBWire
import Foundation
import Testing

@Suite struct JoinRedirectTests {
  @Test func `the location is the one of the fact sheet`() {
    let expected =
      "https://bbb.test?errors=[%7B%22message%22:%22You%20must%20provide%20your%20name%22,"
      + "%22key%22:%22missingParamFullName%22%7D]"
    #expect(JoinRedirect.location(failures: [.fullNameMissing], target: "https://bbb.test") == expected)
  }

  @Test(arguments: [
    ("https://a.test/x", "https://a.test/x?errors=[]"),
    ("https://a.test/x?y=%20", "https://a.test/x?y=%20&errors=[]"),
    ("https://a.test/x#top", "https://a.test/x?errors=[]#top"),
    ("https://a.test/x?y#a?b", "https://a.test/x?y&errors=[]#a?b"),
    ("", "?errors=[]"),
    ("https://a.test/\r\nSet-Cookie: x", "https://a.test/%0D%0ASet-Cookie:%20x?errors=[]"),
    ("https://a.test/é", "https://a.test/%C3%A9?errors=[]"),
  ])
  func `the target keeps its query and its fragment`(target: String, location: String) {
    #expect(JoinRedirect.location(failures: [], target: target) == location)
  }

  @Test func `a client reads the failures back`() throws {
    let failures = [
      APIFailure.guestDeniedAccess, APIFailure(messageKey: "k#%", message: "a\"b\\c\n\u{1}é🎓{}#%+"),
    ]
    let location = JoinRedirect.location(failures: failures, target: "https://a.test/?x=1")
    #expect(location.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
    let json = try #require(location.split(separator: "errors=").last?.removingPercentEncoding)
    let decoded = try JSONDecoder().decode([[String: String]].self, from: Data(json.utf8))
    #expect(decoded == failures.map { ["message": $0.message, "key": $0.messageKey] })
  }
}
