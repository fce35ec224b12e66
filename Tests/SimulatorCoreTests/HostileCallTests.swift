import BBBAPI
import Determinism
import Scenarios
import SimulatorCore
import TestSupport
import Testing
import TimelineEngine

/// What a caller with the secret may do without harm to anybody but themselves.
@Suite struct HostileCallTests {
  @Test(arguments: [
    "duration", "maxParticipants", "meetingExpireIfNoUserJoinedInMinutes",
    "meetingExpireWhenLastUserLeftInMinutes",
    "sequence",
  ])
  func `a number that no Java integer holds counts as none`(name: String) {
    for number in ["9223372036854775807", "2147483648", "1e3", "99999999999999999999999", "٣"] {
      let caller = Caller(.quiet)
      let query = "name=Demo&meetingID=demo-1&\(name)=\(number)"
      let plain = caller.raw("create", signed("create", query))
      let usual = Caller(.quiet).call(.create, ["name": "Demo", "meetingID": "demo-1"])
      #expect(plain == usual, "\(name)=\(number)")
      #expect(caller.call(.getMeetingInfo, ["meetingID": "demo-1"]).element("maxUsers") == "0")
    }
  }

  @Test func `the largest Java integer is a duration like another`() {
    let caller = Caller(.quiet)
    let parameters: KeyValuePairs = [
      "name": "Demo", "meetingID": "demo-1", "duration": "2147483647",
      "meetingExpireIfNoUserJoinedInMinutes": "0",
    ]
    #expect(caller.call(.create, parameters).element("duration") == "2147483647")
    caller.offset = .seconds(86_400 * 3650)
    #expect(caller.call(.getMeetings).element("meetingID") == "demo-1")
  }

  @Test func `a hundred kilobytes of metadata come back as they went in`() throws {
    let caller = Caller(.quiet)
    let value = String(repeating: "m<&é", count: 25_000)
    let created = caller.call(.create, ["name": "Demo", "meetingID": "demo-1", "meta_big": value])
    #expect(created.element("returncode") == "SUCCESS")
    let escaped = String(repeating: "m&lt;&amp;é", count: 25_000)
    #expect(caller.call(.getMeetingInfo, ["meetingID": "demo-1"]).element("big") == escaped)
  }

  @Test func `a hundred thousand metadata keys are taken in good time`() {
    let caller = Caller(.quiet)
    let metadata = (0..<100_000).map { "meta_k\($0)=v" }.joined(separator: "&")
    let reply = caller.raw("create", signed("create", "name=Demo&meetingID=demo-1&\(metadata)"))
    #expect(reply.element("returncode") == "SUCCESS")
  }

  @Test func `a tag of a hundred thousand attributes is refused, as what is not XML is`() {
    let attributes = (0..<100_000).map { "a\($0)='1'" }.joined(separator: " ")
    var request = APIRequest.signed(.create, ["name": "Demo", "meetingID": "demo-1"])
    (request.method, request.contentType) = ("POST", "application/xml")
    for (body, status) in [("<m \(attributes)/>", 500), ("<m><![CDATA[\(attributes)]]></m>", 200)] {
      request.body = Array(body.utf8)
      #expect(Caller(.quiet).send(request).status == status)
    }
  }

  @Test func `an internal ID, and the beginning of one, find the meeting`() {
    let caller = Caller(.quiet)
    let created = caller.call(.create, ["name": "Demo", "meetingID": "demo-1"])
    let internalID = created.element("internalMeetingID") ?? ""
    for id in [internalID, String(internalID.prefix(12)), String(internalID.prefix(2)), "demo-1"] {
      #expect(caller.call(.getMeetingInfo, ["meetingID": id]).element("meetingID") == "demo-1", "\(id)")
    }
    #expect(caller.call(.getMeetingInfo, ["meetingID": String(internalID.dropFirst())]).gist == "notFound")
  }

  @Test func `the beginning of an internal ID creates a meeting of its own`() {
    let caller = Caller(.quiet)
    let internalID =
      caller.call(.create, ["name": "Demo", "meetingID": "demo-1"]).element("internalMeetingID") ?? ""
    let created = caller.call(.create, ["name": "Demo", "meetingID": String(internalID.prefix(8))])
    #expect(created.element("messageKey") == "" && created.element("internalMeetingID") != internalID)
  }

  @Test func `a meeting that ended can be created again`() {
    let caller = Caller(.quiet)
    let first = caller.call(.create, ["name": "Demo", "meetingID": "demo-1"])
    caller.call(.end, ["meetingID": "demo-1"])
    caller.offset = .milliseconds(1)
    let second = caller.call(.create, ["name": "Demo", "meetingID": "demo-1"])
    #expect(second.element("messageKey") == "")
    #expect(second.element("internalMeetingID") != first.element("internalMeetingID"))
  }

  @Test func `names of no sense leave the document well-formed`() throws {
    let caller = Caller(.quiet)
    for (index, name) in HostileText.all.enumerated() {
      let query = SignedQuery.encoded([
        Metadatum("name", "nn" + name), Metadatum("meetingID", "id-\(index)"), Metadatum("meta_x", name),
      ])
      let created = caller.raw("create", signed("create", query))
      #expect(created.gist == (name.utf8.count > 255 ? "sizeError" : ""), "\(name.debugDescription)")
      let join = SignedQuery.encoded([
        Metadatum("meetingID", "id-\(index)"), Metadatum("fullName", "n" + name), Metadatum("role", "VIEWER"),
        Metadatum("userID", name), Metadatum("userdata-\(name)", name),
      ])
      let joined = caller.raw("join", signed("join", join))
      #expect(
        joined.header("Location")?.contains("errors=") == (created.gist != ""), "\(name.debugDescription)")
    }
    #expect(try XMLLint.complaints(about: caller.call(.getMeetings).body) == "")
    #expect(caller.simulator.world(at: caller.now).participantCount == HostileText.all.count - 1)
  }

  @Test(arguments: HostileText.all) func `a redirect stays one line of ASCII`(text: String) throws {
    let query = SignedQuery.encoded([
      Metadatum("meetingID", "x"), Metadatum("errorRedirectUrl", "https://e.test/\(text)"),
      Metadatum("logoutURL", text),
    ])
    let location = try #require(Caller(.quiet).raw("join", signed("join", query)).header("Location"))
    #expect(location.utf8.allSatisfy { (0x21...0x7e).contains($0) })
  }

  @Test(arguments: [
    "%", "%%", "%zz", "a=%e", "=", "&&&=&", "%00=%00", "a=%ff%fe", "checksum", "checksum=%", "+=+",
  ])
  func `a query of no sense is a wrong checksum`(query: String) {
    for call in [
      "create", "join", "end", "getMeetings", "getMeetingInfo", "isMeetingRunning", "getRecordings",
    ] {
      #expect(["302", "checksumError"].contains(Caller(.quiet).raw(call, query).gist))
    }
  }

  @Test(arguments: [
    ("%25", true), ("%25%25", true), ("%25%25%25", true), ("a%25", false), ("%25a", false), ("%25a%25", true),
    ("Ma%25", true), ("%251%22", true), ("", false), ("Mathe", false), ("Mathe%20%221%22", true),
  ])
  func `a filter by metadata finds what it says`(pattern: String, isFound: Bool) {
    let caller = Caller(.golden)
    caller.offset = .seconds(3600)
    let reply = caller.raw("getRecordings", signed("getRecordings", "meta_course=\(pattern)"))
    #expect((reply.element("meetingID") == "algebra") == isFound)
  }

  private func signed(_ call: String, _ query: String) -> String {
    "\(query)&checksum="
      + Checksum.hexDigest(call: call, query: query, secret: Caller.secret, algorithm: .sha256)
  }
}

/// Texts that have broken something somewhere.
enum HostileText {
  static let all = [
    "\u{0}\u{1}\u{b}", "]]>", "<script>alert(1)</script>", "&#x0;", "\r\nSet-Cookie: a=b", "\u{FFFE}\u{FFFF}",
    "\u{202E}abc",
    "e\u{301}\u{300}\u{302}", "𝒳👩‍👩‍👧‍👦", "%0d%0aX: y", "\"'`", "..//\\", String(repeating: "long ", count: 3000),
    "{{7*7}}${x}",
  ]
}
