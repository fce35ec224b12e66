import BBBAPI
import Determinism
import Scenarios
import SimulatorCore
import Testing
import TimelineEngine

/// Calls with a session token (facts §2.18).
@Suite struct SessionCallTests {
  /// The value of a member of a JSON answer.
  private static func member(_ name: String, _ reply: APIReply) -> String? {
    guard let start = reply.text.firstRange(of: "\"\(name)\": \"") else { return nil }
    return String(reply.text[start.upperBound...].prefix { $0 != "\"" })
  }

  /// The order in which a Java hash map gives parameters back, as bigbluebutton-api-php's recorded answer has it.
  @Test func `a link to join lists its parameters as the one recorded from a server`() throws {
    let caller = Caller(.quiet)
    caller.createDemo()
    let reply = caller.ask(
      .getJoinUrl, caller.join("teacher 1"),
      [
        ("userdata-bbb_client_title", "Presentation client"), ("sessionName", "Presentation session"),
        ("enforceLayout", "PRESENTATION_ONLY"),
      ])
    let url = try #require(Self.member("url", reply))
    let names = url.split(separator: "?")[1].split(separator: "&").map { $0.prefix { $0 != "=" } }
    #expect(
      names == [
        "redirect", "existingUserID", "role", "userdata-bbb_client_title", "sessionName", "fullName",
        "meetingID", "enforceLayout", "checksum",
      ])
    #expect(url.contains("/bigbluebutton/api/join?&redirect=true") && url.contains("fullName=teacher%2B1"))
  }

  @Test func `a link to join opens a second session of the same person`() throws {
    let caller = Caller(.quiet)
    caller.createDemo()
    let browser = caller.join("Ann")
    let url = try #require(Self.member("url", caller.ask(.getJoinUrl, browser, [("replaceSession", "true")])))
    let joined = caller.raw("join", String(url.split(separator: "?")[1]))
    #expect(joined.status == 302, "\(joined.text)")
    #expect(caller.call(.getMeetingInfo, ["meetingID": "demo-1"]).element("participantCount") == "1")
    #expect(caller.ask(.stuns, browser).text.contains("Could not find conference."))
  }

  @Test func `a browser that comes again keeps its cookie, and one with a made-up cookie gets its own`() {
    let caller = Caller(.quiet)
    caller.createDemo()
    let browser = caller.join("Ann")
    var request = APIRequest.signed(.join, ["meetingID": "demo-1", "fullName": "Bo", "role": "VIEWER"])
    request.servletSession = browser.cookie
    #expect(caller.send(request).header("Set-Cookie") == nil)
    request.servletSession = "MADEUP"
    #expect(caller.send(request).header("Set-Cookie")?.contains("MADEUP") == false)
  }

  @Test func `who signs out leaves, and the session is gone`() {
    let caller = Caller(.quiet)
    caller.createDemo()
    let browser = caller.join("Ann")
    #expect(caller.ask(.signOut, browser).text == "<response><returncode>SUCCESS</returncode></response>")
    #expect(caller.call(.getMeetingInfo, ["meetingID": "demo-1"]).element("participantCount") == "0")
    #expect(caller.ask(.stuns, browser).text.contains("Could not find conference."))
    #expect(caller.call(.getSessions).gist == "noSessions")
  }

  @Test func `sessions come back with the journal`() throws {
    let caller = Caller(.quiet)
    caller.createDemo([("guestPolicy", "ASK_MODERATOR")])
    let browser = caller.join("Ann", role: "VIEWER", [("guest", "true")])
    let timeline = caller.simulator.timeline
    let again = try Timeline(restoring: timeline.snapshot, of: timeline.scenario)
    #expect(again.world.session(browser.token)?.client.guestStatus == .wait)
    #expect(again.world == timeline.world)
  }

  @Test func `nothing of a session stands in the log`() {
    let caller = Caller(.quiet)
    caller.createDemo()
    let browser = caller.join("Ann Secret")
    _ = caller.ask(.stuns, browser)
    let log = "\(caller.simulator.exchanges)"
    #expect(!log.contains(browser.token) && !log.contains("Ann Secret"))
  }
}
