import BBBAPI
import BBBClient
import Testing

@testable import LoadEngine

@Suite struct TargetTests {
  @Test(arguments: [
    ("http://127.0.0.1:9688/metrics", "127.0.0.1", 9688, "127.0.0.1:9688", "/metrics"),
    ("HTTP://localhost", "localhost", 80, "localhost", "/"),
    ("http://[::1]:8080/a?b=c&d=%20", "::1", 8080, "[::1]:8080", "/a?b=c&d=%20"),
    ("http://[::1]", "::1", 80, "[::1]", "/"), ("http://h?x=1", "h", 80, "h", "/?x=1"),
  ])
  func `a URL is taken apart`(
    _ text: String, _ host: String, _ port: Int, _ authority: String, _ target: String
  ) throws {
    let location = try HTTPLocation(parsing: text)
    #expect(location.host == host && location.port == port)
    #expect(location.authority == authority && location.requestTarget == target)
  }

  @Test(arguments: [
    ("https://h/", HTTPLocationError.encrypted), ("ftp://h/", .notHTTP), ("", .notHTTP),
    ("h/metrics", .notHTTP),
    ("http://", .badHost), ("http:///x", .badHost), ("http://h:", .badHost), ("http://h:0/", .badHost),
    ("http://h:65536", .badHost), ("http://h:1:2/", .badHost), ("http://[::1", .badHost),
    ("http://[::1]x/", .badHost),
    ("http://[zz]/", .badHost), ("http://a,b/", .badHost), ("http://h:+1/", .badHost),
    ("http://u:p@h/", .credentials),
    ("http://h/#x", .fragment), ("http://h/a b", .unprintable), ("http://h/\r\nX: y", .unprintable),
    ("http://bücher/", .unprintable),
  ])
  func `anything else is refused by its rule`(_ text: String, _ error: HTTPLocationError) {
    #expect(throws: error) { try HTTPLocation(parsing: text) }
  }

  @Test(arguments: [
    ("localhost", true), ("LOCALHOST", true), ("127.0.0.1", true), ("127.255.3.4", true), ("::1", true),
    ("bbb.example.org", true), ("BBB.example.org", true), ("other.example.org", false),
    ("127.0.0.1.example.org", false),
    ("127.0.0", false), ("127.0.0.256", false), ("128.0.0.1", false), ("0.0.0.0", false),
    ("localhost.example.org", false),
  ])
  func `load goes to this machine and to hosts named twice`(_ host: String, _ isCovered: Bool) {
    #expect(Permission(allowing: ["bbb.example.org"]).covers(host) == isCovered)
  }

  @Test func `a mix is read with its weights`() throws {
    let mix = try CallMix(
      parsing: "getMeetings=8,getRecordings,getRecordings:a=0.5,getMeetingInfo:x=y=1,index=2")
    #expect(
      mix.entries.map(\.name) == [
        "getMeetings", "getRecordings", "getRecordings:a", "getMeetingInfo:x=y", "index",
      ])
    #expect(mix.entries.map(\.weight) == [8, 1, 0.5, 1, 2])
  }

  @Test(arguments: [
    ("", CallMixError.unknown("")), ("getmeetings", .unknown("getmeetings")),
    ("getMeetings=0", .badWeight("getMeetings=0")),
    ("getMeetings=x", .badWeight("getMeetings=x")), ("getMeetings=-1", .badWeight("getMeetings=-1")),
    ("getMeetings=inf", .badWeight("getMeetings=inf")), ("getMeetings=1,", .unknown("")),
    ("getMeetings=1,getMeetings=2", .repeated("getMeetings")),
    ("getMeetingInfo=1", .missingMeeting("getMeetingInfo")),
    ("getMeetingInfo:=1", .missingMeeting("getMeetingInfo")),
    ("getRecordings:", .missingMeeting("getRecordings")),
    ("getMeetings:x", .needlessMeeting("getMeetings")), ("create=1", .changes("create")),
    ("end:x", .changes("end")),
  ])
  func `anything else is refused with its reason`(_ text: String, _ error: CallMixError) {
    #expect(throws: error) { try CallMix(parsing: text) }
  }

  /// The checksums of facts §1.1, and an openssl of one's own for the third.
  @Test func `API calls are signed`() throws {
    let target = try LoadTarget(
      api: APIBase(parsing: "http://127.0.0.1:8090/bigbluebutton"), secret: SharedSecret("demo-secret"),
      mix: CallMix(parsing: "getMeetings,getMeetingInfo:a b"))
    let checksum = "329f2900da97eaf237ff4281815f8e43347514be6c890f1eac34365072ead559"
    #expect(
      target.calls[0].requestText(authority: target.location.authority, userAgent: "test/1")
        == "GET /bigbluebutton/api/getMeetings?checksum=\(checksum) HTTP/1.1\r\nHost: 127.0.0.1:8090\r\n"
        + "User-Agent: test/1\r\nAccept: */*\r\n\r\n")
    #expect(target.calls[1].requestTarget.hasPrefix("/bigbluebutton/api/getMeetingInfo?checksum="))
    #expect(target.calls[1].requestTarget.hasSuffix("&meetingID=a%20b"))
    #expect(target.callNames == ["getMeetings", "getMeetingInfo:a b"])
  }

  @Test func `TLS is refused for an API too`() throws {
    let base = try APIBase(parsing: "https://127.0.0.1/bigbluebutton")
    #expect(throws: HTTPLocationError.encrypted) {
      try LoadTarget(api: base, secret: SharedSecret("x"), mix: CallMix(parsing: "getMeetings"))
    }
  }

  @Test func `nothing shown holds what proves something`() throws {
    let target = LoadTarget(page: try HTTPLocation(parsing: "http://127.0.0.1/x?checksum=abc&token=def&a=b"))
    #expect(target.redactedText == "http://127.0.0.1/x?checksum=(redacted)&token=(redacted)&a=b")
    #expect(target.callNames == ["/x?checksum=(redacted)&token=(redacted)&a=b"])
  }
}
