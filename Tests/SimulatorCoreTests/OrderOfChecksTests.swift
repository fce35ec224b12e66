import BBBAPI
import Scenarios
import SimulatorCore
import Testing

/// Which of several mistakes is answered: the bucket of its key in a Java hash map decides (facts §3.5).
@Suite struct OrderOfChecksTests {
  private static let long = String(repeating: "p", count: 65)

  @Test(arguments: [
    (APICall.create, ["name": "D", "attendeePW": "p"], "invalidPassword"),
    (.create, ["name": "D", "record": "x"], "sizeError"),
    (.create, ["record": "x"], "emptyError"),
    (.create, ["name": "Demo", "record": "x"], "validationError"),
    (.create, ["name": "Demo", "sharedNotesEditor": "x", "attendeePW": "p"], "invalidSharedNotesEditor"),
    (.create, ["name": "Demo"], "missingParamMeetingID"),
    (.join, ["meetingID": "nothing", "guest": "x"], "missingParamFullName"),
    (.join, ["meetingID": "nothing", "fullName": "A", "password": "p"], "meetingForciblyEnded"),
    (.join, ["meetingID": "demo-1", "fullName": "A", "password": "p", "guest": "x"], "invalidPassword"),
    (.join, ["meetingID": "demo-1", "fullName": "A", "guest": "x", "createTime": "1"], "validationError"),
    (.join, ["meetingID": "demo-1", "fullName": "A", "createTime": "1"], "mismatchCreateTimeParam"),
    (.getMeetingInfo, [:], "notFound"), (.getMeetingInfo, ["meetingID": "a,b"], "notFound"),
    (.end, ["password": "p"], "notFound"),
    (.end, ["meetingID": "demo-1", "password": "p"], "invalidPassword"),
    (.isMeetingRunning, ["meetingID": "x"], "sizeError"),
    (.isMeetingRunning, ["meetingID": ","], "sizeError"),
    (.sendChatMessage, ["meetingID": "a,b", "userName": long + long + long + long], "emptyError"),
    (.sendChatMessage, ["message": "Hi"], "missingParamMeetingID"),
    (.sendChatMessage, ["meetingID": "demo-1", "message": "Hi"], "meetingNotFound"),
  ])
  func `the violation in the lowest bucket is answered`(
    call: APICall, parameters: [String: String], key: String
  ) {
    let caller = Caller(.quiet)
    caller.createDemo()
    let sorted = parameters.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    let reply = caller.signed(call, sorted)
    #expect((reply.element("messageKey") ?? reply.header("Location") ?? "").contains(key), "\(reply.text)")
  }

  @Test(arguments: APICall.allCases.filter { $0.needsChecksum && !$0.isRecordingCall && !$0.isWebhooksCall })
  func `a wrong checksum comes before anything else`(call: APICall) {
    let profile = Profile.v3_0
    let method = profile.methods(of: call).contains(.get) ? "GET" : "POST"
    let reply = Caller(.quiet).raw(
      call.rawValue, "meetingID=,&checksum=\(String(repeating: "0", count: 40))", method: method)
    #expect((reply.element("messageKey") ?? reply.header("Location") ?? "").contains("checksumError"))
  }

  @Test func `the hole of 2_6 stands open only when asked for`() {
    var open = Profile.v2_7
    let query = "name=Demo&meetingID=x1&presentationUploadExternalUrl=https%3A%2F%2Fx.test%2F"
    #expect(Caller(.quiet, profile: open).raw("create", query).gist == "checksumError")
    open.presentationUploadURL = .skipsChecks
    #expect(Caller(.quiet, profile: open).raw("create", query).element("meetingID") == "x1")
  }

  @Test func `old words are other words under the same keys`() {
    var old = Profile.v2_4
    old.usesOldErrorTexts = true
    let reply = Caller(.quiet, profile: old).call(.getMeetingInfo, ["meetingID": "nothing"])
    #expect(reply.gist == "notFound")
    #expect(reply.element("message") == "We could not find a meeting with that meeting ID")
  }

  @Test func `a server that is switched off says so on every call`() {
    var off = Profile.v3_0
    off.isServiceEnabled = false
    #expect(Caller(.quiet, profile: off).call(.getMeetings).gist == "apiNotEnabled")
  }
}
