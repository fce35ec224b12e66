import BBBAPI
import Determinism
import Scenarios
import SimulatorCore
import Testing

@Suite struct InteractionScriptTests {
  /// Facts §12, with the checksums as they stand there.
  @Test func `the published script runs with its literal checksums`() throws {
    let caller = Caller(.quiet)
    func get(_ path: String, _ query: String = "") -> APIReply { caller.raw(path, query) }
    let create = "name=Demo&meetingID=demo-1&checksum=c14f319d5f941ff0ec021d03f16d9f5c0c99d368"

    #expect(get("").element("version") == "2.0")
    let created = get("create", create)
    #expect(created.element("returncode") == "SUCCESS" && created.element("messageKey") == "")
    caller.offset = .seconds(2)
    let again = get("create", create)
    #expect(again.gist == "duplicateWarning")
    #expect(again.element("createTime") == created.element("createTime"))
    #expect(
      caller.call(.create, ["name": "Demo", "meetingID": "demo-1", "moderatorPW": "zz"]).gist == "idNotUnique"
    )
    #expect(caller.call(.isMeetingRunning, ["meetingID": "demo-1"]).element("running") == "false")
    let joined = get(
      "join",
      "meetingID=demo-1&fullName=Ann+Lee&role=MODERATOR&checksum=185af61d699cd0d424629f85732899e440becacb")
    #expect(joined.status == 302)
    #expect(caller.call(.isMeetingRunning, ["meetingID": "demo-1"]).element("running") == "true")
    #expect(caller.call(.getMeetingInfo, ["meetingID": "demo-1"]).element("fullName") == "Ann Lee")
    #expect(caller.call(.end, ["meetingID": "demo-1"]).gist == "sentEndMeetingRequest")
    #expect(caller.call(.getMeetingInfo, ["meetingID": "demo-1"]).gist == "notFound")
    let meetings = get("getMeetings", "checksum=33159096ad2a3e6c97eaf2b71960a955bf6c99a4")
    #expect(meetings.text.contains("<meetings/>") && meetings.gist == "noMeetings")
  }

  /// Facts §1.1.
  @Test(arguments: [
    "checksum=329f2900da97eaf237ff4281815f8e43347514be6c890f1eac34365072ead559",
    "foo=bar&checksum=5ff59cd221fcd9a7fd9a2988725a2175648377cb",
    "checksum=520757ea812006fac68fe63b0f23ae9a4196a82d8abf37fa3a26707328fb93fc&foo=bar",
  ])
  func `the published checksum vectors are accepted`(query: String) {
    #expect(Caller(.quiet).raw("getMeetings", query).gist == "noMeetings")
  }

  @Test func `what was created is what is told`() throws {
    let caller = Caller(.quiet)
    let created = caller.call(
      .create,
      ["name": "Demo", "meetingID": "demo-1", "duration": "30", "maxParticipants": "12", "meta_A-b": "1"])
    let info = caller.call(.getMeetingInfo, ["meetingID": "demo-1"])
    for name in [
      "meetingID", "internalMeetingID", "attendeePW", "moderatorPW", "createTime", "voiceBridge",
      "dialNumber",
      "createDate", "duration",
    ] {
      let told = try #require(created.element(name), "\(name) is missing")
      #expect(told == info.element(name), "\(name)")
    }
    #expect(info.element("maxUsers") == "12" && info.element("a-b") == "1")
    #expect(
      created.element("internalMeetingID")
        == MeetingIdentifiers.internalMeetingID(
          meetingID: "demo-1", createTime: caller.now.millisecondsSinceEpoch))
  }
}
