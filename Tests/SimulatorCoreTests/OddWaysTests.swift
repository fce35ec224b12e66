import BBBAPI
import Determinism
import Scenarios
import SimulatorCore
import Testing

/// Ways of BBB that one would not guess; each was once got wrong here.
@Suite struct OddWaysTests {
  private let composed = "Caf\u{e9}"
  private let decomposed = "Cafe\u{301}"

  @Test func `IDs and passwords are bytes, not characters`() {
    let caller = Caller(.quiet)
    caller.call(
      .create, ["name": "Demo", "meetingID": composed, "attendeePW": "\u{e9}\u{e9}", "moderatorPW": "mo"])
    #expect(caller.call(.getMeetingInfo, ["meetingID": decomposed]).gist == "notFound")
    let again = caller.call(
      .create, ["name": "Demo", "meetingID": composed, "attendeePW": "e\u{301}e\u{301}", "moderatorPW": "mo"])
    #expect(again.gist == "idNotUnique")
  }

  @Test func `a comma with a combining mark behind it is a comma`() {
    let reply = Caller(.quiet).call(.create, ["name": "Demo", "meetingID": "ab,\u{301}cd"])
    #expect(reply.gist == "validationError")
  }

  @Test func `a recorded meeting that returns at the same instant is another one`() {
    let caller = Caller(.quiet)
    let ids = (0..<2).map { _ in
      let id = caller.call(.create, ["name": "Demo", "meetingID": "demo", "record": "true"]).element(
        "internalMeetingID")
      caller.call(.join, ["meetingID": "demo", "fullName": "Ann", "role": "viewer"])
      caller.call(.end, ["meetingID": "demo"])
      return id
    }
    #expect(ids[0] != ids[1])
  }

  @Test(arguments: ["", "&sequence=x"]) func `a breakout room without a number is an error page`(
    sequence: String
  ) {
    let caller = Caller(.quiet)
    caller.call(.create, ["name": "Demo", "meetingID": "demo"])
    let query = "name=Room&isBreakout=true&parentMeetingID=demo&meetingID=aaaa-1735689600123\(sequence)"
    #expect(caller.raw("create", signed("create", query)).status == 500)
  }

  @Test func `a breakout room is not found by the external ID of another meeting`() {
    let caller = Caller(.quiet)
    caller.call(.create, ["name": "Demo", "meetingID": "demo"])
    let room = caller.call(
      .create,
      ["name": "Room", "isBreakout": "true", "parentMeetingID": "demo", "meetingID": "demo", "sequence": "1"])
    #expect(room.gist != "duplicateWarning")
  }

  @Test func `a breakout room that a caller makes has its own metadata and bridge, not its parent's`() {
    let caller = Caller(.quiet)
    caller.call(
      .create, ["name": "Demo", "meetingID": "demo", "voiceBridge": "70000", "meta_bbb-origin": "parent"])
    let room = caller.call(
      .create,
      [
        "name": "Room", "isBreakout": "true", "parentMeetingID": "demo", "meetingID": "aaaa-1735689600123",
        "sequence": "1", "meta_bbb-context": "room",
      ])
    #expect(room.element("voiceBridge")?.count == 5)
    let info = caller.call(.getMeetingInfo, ["meetingID": "aaaa-1735689600123"])
    #expect(info.element("bbb-context") == "room" && info.element("bbb-origin") == nil)
  }

  @Test func `who is too many must still say who they are`() {
    let caller = Caller(.quiet)
    caller.call(.create, ["name": "Demo", "meetingID": "full", "maxParticipants": "1"])
    caller.call(.join, ["meetingID": "full", "fullName": "Ann", "role": "viewer"])
    let nobody = caller.call(.join, ["meetingID": "full", "fullName": "Bo", "redirect": "false"])
    #expect(nobody.gist == "Params required")
    let viewer = caller.call(
      .join, ["meetingID": "full", "fullName": "Bo", "role": "viewer", "redirect": "false"])
    #expect(viewer.gist == "maxParticipantsReached")
  }

  @Test func `of custom data the first value counts, and all sessions of a user show the latest`() {
    let caller = Caller(.quiet)
    caller.call(.create, ["name": "Demo", "meetingID": "demo"])
    let join = "meetingID=demo&fullName=Ann&role=viewer&userID=u1"
    _ = caller.raw("join", signed("join", "\(join)&userdata-bbb_x=1&userdata-bbb_x=2"))
    #expect(caller.call(.getMeetings).text.ranges(of: "<bbb_x>1</bbb_x>").count == 1)
    _ = caller.raw("join", signed("join", "\(join)&userdata-bbb_x=9"))
    #expect(caller.call(.getMeetings).text.ranges(of: "<bbb_x>9</bbb_x>").count == 2)
  }

  @Test func `of metadata the first spelling's first value counts, and the last spelling`() {
    let caller = Caller(.quiet)
    _ = caller.raw("create", signed("create", "name=Demo&meetingID=demo&meta_a=1&meta_a=2&meta_B=1&meta_b=2"))
    let info = caller.call(.getMeetingInfo, ["meetingID": "demo"])
    #expect(info.element("a") == "1" && info.element("b") == "2")
  }

  @Test func `a recording counts people, not their sessions`() {
    let caller = Caller(.quiet)
    caller.call(.create, ["name": "Demo", "meetingID": "demo", "record": "true"])
    for _ in 0..<2 {
      caller.call(.join, ["meetingID": "demo", "fullName": "Ann", "role": "viewer", "userID": "u1"])
    }
    caller.call(.end, ["meetingID": "demo"])
    caller.offset = .seconds(3600)
    #expect(caller.call(.getRecordings).element("participants") == "1")
  }

  @Test func `placeholders of the logout URL are blanked, and a layout to enforce is waited for`() {
    let caller = Caller(.quiet)
    caller.call(.create, ["name": "Demo", "meetingID": "demo"])
    let away = caller.call(
      .join, ["meetingID": "demo", "logoutURL": "https://x.test/?m=%%MEETINGID%%&u=%%USERID%%"])
    #expect(away.header("Location")?.hasPrefix("https://x.test/?m=&u=&errors=") == true)
    let join = caller.call(
      .join, ["meetingID": "demo", "fullName": "Ann", "role": "viewer", "enforceLayout": "SMART_LAYOUT"])
    #expect(join.header("Location")?.contains("?waitLayout=1&sessionToken=") == true)
  }

  @Test func `only a POST brings parameters in its body`() {
    let caller = Caller(.quiet)
    caller.call(.create, ["name": "Demo", "meetingID": "demo"])
    var request = APIRequest.signed(.getMeetingInfo)
    request.contentType = "application/x-www-form-urlencoded"
    request.body = Array("meetingID=demo".utf8)
    #expect(caller.send(request).gist == "notFound")
    request.method = "POST"
    #expect(caller.send(request).gist == "SUCCESS")
  }

  @Test func `a body that is announced and empty needs a type, but for the version page`() {
    let caller = Caller(.quiet)
    var request = APIRequest.signed(.isMeetingRunning, ["meetingID": "demo"])
    request.method = "POST"
    request.announcesBody = true
    #expect(caller.send(request).gist == "unsupportedContentType")
    var index = APIRequest(path: "", contentType: "application/json", serverURL: Caller.serverURL)
    index.body = Array("{}".utf8)
    #expect(caller.send(index).text.contains(#""returncode": "SUCCESS""#))
  }

  private func signed(_ call: String, _ query: String) -> String {
    let checksum = Checksum.hexDigest(call: call, query: query, secret: Caller.secret, algorithm: .sha1)
    return "\(query)&checksum=\(checksum)"
  }
}
