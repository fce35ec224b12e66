import BBBAPI
import Testing

@Suite struct VocabularyTests {
  @Test(arguments: [
    ("random-7603468", "685ccde7fb1b853825eee3cf73c5d6205d3a0191"),
    ("Demo Meeting", "183f0bf3a0982a127bdb8161e0c44eb696b3e75c"),
  ])
  func `an internal ID is the hash of the external one and the time`(meetingID: String, hash: String) {
    #expect(MeetingIdentifiers.recordIDPrefix(meetingID: meetingID) == hash)
    let internalID = MeetingIdentifiers.internalMeetingID(meetingID: meetingID, createTime: 1_735_689_600_123)
    #expect(internalID == "\(hash)-1735689600123")
  }

  @Test func `a breakout room's ID is the hash of parent, time and sequence`() {
    let parent = "b92ba5f2f61dfa7f436e231c007a03bced8e6793-1735689600123"
    let room = MeetingIdentifiers.breakoutMeetingID(
      parentInternalMeetingID: parent, createTime: 1_735_689_700_000, sequence: 2)
    let hash = MeetingIdentifiers.recordIDPrefix(meetingID: "\(parent)-1735689700000-2")
    #expect(room == "\(hash)-1735689700000")
  }

  @Test func `a secret shows nowhere`() {
    let secret = SharedSecret("demo-secret")
    var dumped = ""
    dump((secret, [secret], ChecksumVerifier(secret: secret, profile: .v3_0)), to: &dumped)
    let shown = [
      dumped, "\(secret)", secret.debugDescription, String(reflecting: [secret]),
      "\(Mirror(reflecting: secret).children.map(\.value))",
    ]
    #expect(shown.allSatisfy { !$0.contains("demo-secret") }, "\(shown)")
    #expect(secret.reveal == "demo-secret")
  }

  @Test(arguments: [
    (0, "0", "0"), (999, "999", "999"), (1000, "1000", "1,000"), (1202, "1202", "1,202"),
    (1_000_000, "1000000", "1,000,000"), (-1202, "-1202", "-1,202"), (-100, "-100", "-100"),
    (Int64.min, "-9223372036854775808", "-9,223,372,036,854,775,808"),
  ])
  func `numbers are plain or in groups of three`(number: Int64, plain: String, grouped: String) {
    #expect(NumberStyle.plain.text(number) == plain)
    #expect(NumberStyle.english.text(number) == grouped)
  }

  @Test func `a profile is found by its name`() {
    #expect(Profile.all.map(\.name) == ["2.4", "2.5", "2.6", "2.7", "3.0"])
    #expect(Profile.all.allSatisfy { Profile.named($0.name) == $0 })
    #expect(Profile.named("9.9") == nil)
  }

  @Test(arguments: APICall.allCases)
  func `only join loses POST between 2_7 and 3_0`(call: APICall) {
    let old = Profile.v2_7.methods(of: call)
    #expect(Profile.v3_0.methods(of: call) == (call == .join ? [.get] : old))
    #expect(!old.isEmpty)
  }

  @Test(arguments: [
    (APICall.create, "application/xml" as String?, true), (.create, "Text/XML; charset=utf-8", true),
    (.create, "application/x-www-form-urlencoded", true), (.create, "application/json", false),
    (.create, "", false), (.create, nil, false), (.end, "multipart/form-data;boundary=x", true),
    (.end, " application/x-www-form-urlencoded ;x", true), (.end, "text/xml", false),
  ])
  func `a body needs a media type of the call`(call: APICall, contentType: String?, passes: Bool) {
    let failure = Profile.v3_0.contentTypeFailure(of: call, contentType: contentType)
    #expect(failure == (passes ? nil : .unsupportedContentType))
    var lenient = Profile.v3_0
    lenient.gatesContentType = false
    #expect(lenient.contentTypeFailure(of: call, contentType: contentType) == nil)
  }

  @Test func `no failure stands in the catalogue twice`() {
    let lines = APIFailure.catalogue.map { "\($0.messageKey): \($0.message)" }
    #expect(Set(lines).count == lines.count)
  }

  @Test func `a client's query is encoded by RFC 3986`() {
    let parameters = [Metadatum("name", "A b+c/é"), Metadatum("meta_x-y", "~._-*")]
    #expect(SignedQuery.encoded(parameters) == "name=A%20b%2Bc%2F%C3%A9&meta_x-y=~._-%2A")
  }

  @Test func `a signed query carries the digest of the fact sheet`() {
    let secret = SharedSecret("demo-secret")
    let signed = SignedQuery.signed(call: "getMeetings", secret: secret, algorithm: .sha1)
    #expect(signed == "checksum=33159096ad2a3e6c97eaf2b71960a955bf6c99a4")
  }
}
