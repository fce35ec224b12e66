import BBBAPI
import Determinism
import Scenarios
import Testing
import TimelineEngine

/// Sessions, the lobby, and the meeting that ends without moderators (facts §4.4, §4.8).
@Suite struct SessionTests {
  private static let start = SimulatedInstant(millisecondsSinceEpoch: 1_735_689_600_000)

  /// A meeting `m-internal` on a server where nothing else happens.
  private static func timeline(_ change: (inout MeetingSettings) -> Void = { _ in }) -> Timeline {
    var timeline = Timeline(scenario: Scenario(name: "quiet", starts: start))
    var details = MeetingDetails(
      name: "M", meetingID: "m", internalMeetingID: "m-internal", createTime: 0, voiceBridge: "70000",
      attendeePW: "ap", moderatorPW: "mp")
    change(&details.settings)
    timeline.perform(.create(details, records: false))
    return timeline
  }

  private static func join(
    _ name: String, token: String, _ status: GuestStatus = .allow, role: Role = .viewer, userID: String? = nil
  ) -> Command {
    let client = ClientSession(
      internalMeetingID: "m-internal", userID: "w_\(name)", authToken: "a", sessionToken: token,
      guestStatus: status, url: "/\(token)")
    let session = UserSession(
      client: client, externUserID: userID ?? "w_\(name)", fullName: name, role: role, servletSession: "S")
    return .join(
      internalMeetingID: "m-internal",
      Attendee(userID: session.externUserID, fullName: name, role: role), session: session)
  }

  private static func names(_ timeline: Timeline) -> [String] {
    timeline.world.meetings.first?.attendees.filter(\.isOnline).map(\.fullName) ?? []
  }

  @Test func `who waits is no attendee until a moderator decides`() {
    var timeline = Self.timeline()
    timeline.perform(Self.join("Ann", token: "t1", .wait))
    timeline.perform(Self.join("Bo", token: "t2", .wait))
    #expect(Self.names(timeline) == [])
    #expect(timeline.world.waitingGuests(internalMeetingID: "m-internal").map(\.fullName) == ["Ann", "Bo"])
    timeline.perform(.guestDecision(internalMeetingID: "m-internal", guest: "Bo", .allow))
    #expect(Self.names(timeline) == ["Bo"])
    timeline.perform(.guestDecision(internalMeetingID: "m-internal", guest: nil, .deny))
    #expect(Self.names(timeline) == ["Bo"])
    #expect(timeline.world.session("t1")?.client.guestStatus == .deny)
    timeline.perform(.guestDecision(internalMeetingID: "m-internal", guest: "Ann", .allow))
    #expect(Self.names(timeline) == ["Bo"], "who was sent away does not wait any more")
  }

  @Test func `a session lives as long as its person is listed, and its meeting`() {
    var timeline = Self.timeline { $0.endWhenNoModerator = false }
    timeline.perform(Self.join("Ann", token: "t1"))
    timeline.perform(Self.join("Bo", token: "t2"))
    #expect(timeline.world.session("t1")?.fullName == "Ann" && timeline.world.session("x") == nil)
    timeline.perform(.signOut(sessionToken: "t1"))
    #expect(timeline.world.session("t1") == nil && Self.names(timeline) == ["Bo"])
    timeline.perform(.end(internalMeetingID: "m-internal"))
    #expect(timeline.world.session("t2") == nil)
  }

  @Test func `a second session is the same person, who leaves with the last one`() throws {
    var timeline = Self.timeline()
    timeline.perform(Self.join("Ann", token: "t1"))
    var second = try #require(timeline.world.session("t1"))
    second.client.sessionToken = "t2"
    timeline.perform(.openSession(internalMeetingID: "m-internal", second, replacing: nil))
    #expect(Self.names(timeline) == ["Ann"])
    timeline.perform(.signOut(sessionToken: "t1"))
    #expect(Self.names(timeline) == ["Ann"])
    second.client.sessionToken = "t3"
    timeline.perform(.openSession(internalMeetingID: "m-internal", second, replacing: "t2"))
    #expect(timeline.world.session("t2") == nil && timeline.world.session("t3") != nil)
    timeline.perform(.signOut(sessionToken: "t3"))
    #expect(Self.names(timeline) == [])
  }

  @Test func `the fourth session of a user sends the first away`() {
    var timeline = Self.timeline()
    for number in 1...4 { timeline.perform(Self.join("N\(number)", token: "t\(number)", userID: "u")) }
    #expect(Self.names(timeline) == ["N2", "N3", "N4"])
  }

  @Test(arguments: [(59, true), (60, false)])
  func `a meeting without moderators ends after its delay`(second: Int, lives: Bool) {
    var timeline = Self.timeline { $0.endWhenNoModerator = true }
    timeline.perform(Self.join("Ann", token: "t1", role: .moderator))
    timeline.perform(Self.join("Bo", token: "t2"))
    timeline.perform(.signOut(sessionToken: "t1"))
    timeline.advance(to: Self.start.advanced(by: .seconds(second)))
    #expect(!timeline.world.meetings.isEmpty == lives)
  }

  @Test func `a moderator who comes in time keeps the meeting alive`() {
    var timeline = Self.timeline { $0.endWhenNoModerator = true }
    timeline.perform(Self.join("Ann", token: "t1", role: .moderator))
    timeline.perform(Self.join("Bo", token: "t2"))
    timeline.perform(.signOut(sessionToken: "t1"))
    timeline.advance(to: Self.start.advanced(by: .seconds(30)))
    timeline.perform(Self.join("Cy", token: "t3", role: .moderator))
    timeline.advance(to: Self.start.advanced(by: .seconds(3600)))
    #expect(Self.names(timeline) == ["Bo", "Cy"])
  }

  @Test func `replay brings sessions and the lobby back`() throws {
    var timeline = Self.timeline()
    timeline.perform(Self.join("Ann", token: "t1", .wait))
    timeline.perform(Self.join("Bo", token: "t2"))
    timeline.perform(.guestDecision(internalMeetingID: "m-internal", guest: nil, .allow))
    timeline.perform(
      .insertDocuments(
        internalMeetingID: "m-internal",
        [
          PresentationDocument(
            name: "a.pdf", url: nil, bytes: 3, isCurrent: true, isDownloadable: false, isRemovable: true)
        ]))
    timeline.advance(to: Self.start.advanced(by: .seconds(5)))
    let again = try Timeline(restoring: timeline.snapshot, of: timeline.scenario)
    #expect(again.world == timeline.world && again.world.session("t1")?.fullName == "Ann")
    #expect(again.world.meetings.first?.documents.count == 1)
  }
}
