import BBBAPI
import Foundation
import SimulatorServer
import Testing

/// What Moodle's plug-in sends in its own tests, request by request.
///
/// - Source: moodle/moodle `mod/bigbluebuttonbn/tests/generator/lib.php` @abcc187d (`create_meeting`,
///   `create_mockserver_recording`, `add_meeting_event`, `send_all_events`, `set_value`, `reset_mock`) and
///   `classes/local/proxy/proxy_base.php` @04975560 (`action_url`: sha1 over what `http_build_query` wrote).
@Suite(.timeLimit(.minutes(5))) struct BackofficeTests {
  private static let base = "/hash0a1b2c3d"

  private static func moodle<Result: Sendable>(
    _ body: @escaping @Sendable (MoodlePlugin) async throws -> Result
  ) async throws -> Result {
    try await ServerFleet(root: .quiet(), policy: .auto).whileListening { endpoint in
      try await body(MoodlePlugin(endpoint: endpoint, base: base))
    }
  }

  @Test func `a walk through what the generator sends`() async throws {
    try await Self.moodle { moodle in
      #expect(
        try await moodle.backoffice("reset").text.contains("<reset>1</reset><returncode>SUCCESS</returncode>")
      )
      let created = try await moodle.backoffice(
        "createMeeting",
        "instanceid=7&meetingName=Room+1&attendeePW=ap&moderatorPW=mp&voiceBridge=70123&moderators=3"
          + "&participants=%5B12%2C13%5D&meta_bbb-context=Course&meta_bbb-origin=Moodle&meta_bbb-recording-name=Room+1"
          + "&meetingID=abc-2-7")
      #expect(created.text.hasPrefix("<?xml version=\"1.0\"?>\n<response><meetingID>abc-2-7</meetingID>"))
      let information = try await moodle.api("getMeetingInfo", "meetingID=abc-2-7").text
      for part in [
        "<running>true</running>", "<participantCount>3</participantCount>",
        "<moderatorCount>1</moderatorCount>",
        "<voiceBridge>70123</voiceBridge>", "<bbb-context>Course</bbb-context>",
      ] { #expect(information.contains(part), "\(part)") }

      let recorded = try await moodle.backoffice(
        "createRecording",
        "headless=&imported=&status=2&sequence=1&meta_bn-presenter-name=Fake+presenter&meta_bbb-recording-name=One"
          + "&meta_bbb-recording-description=First&startTime=1772440000&endTime=1772443600&meetingID=abc-2-7"
          + "&playback=%7B%22format%22%3A%5B%7B%22type%22%3A%22video%22%2C%22url%22%3A%22%2Fv%22%2C%22length%22%3A30%7D%5D%7D"
      ).text
      let recordID = try #require(recorded.firstMatch(of: /<recordID>([0-9a-f]{40}-\d+)<\/recordID>/)?.1)
      let recordings = try await moodle.api("getRecordings", "recordID=\(recordID)").text
      for part in [String(recordID), "1772440000000", "<type>video</type>", "One"] {
        #expect(recordings.contains(part), "\(part)")
      }
      #expect(try await moodle.api("getRecordings", "meetingID=abc-2-7").text.contains(recordID))
      let ended = try await moodle.api("end", "meetingID=abc-2-7&password=mp").text
      #expect(ended.contains("sentEndMeetingRequest"))
    }
  }

  @Test func `what people did is counted in the shape of the analytics callback`() async throws {
    try await Self.moodle { moodle in
      _ = try await moodle.backoffice("createMeeting", "meetingID=m1&meetingName=M&participants=%5B12%5D")
      for (type, data) in [
        ("chats", ""), ("talks", ""), ("talks", ""), ("raisehand", ""), ("emojis", ""), ("poll_votes", ""),
        ("attendance", "300"), ("attendance", "60"),
      ] {
        let answer = try await moodle.backoffice(
          "addMeetingEvent",
          "secret=s&meetingID=m1&attendeeID=12&attendeeName=A&eventType=\(type)&eventData=\(data)")
        #expect(answer.text.contains("<error/><returncode>SUCCESS</returncode>"))
      }
      let events = try await moodle.backoffice("sendAllEvents", "meetingID=m1&sendQuery=&secret=s").text
      #expect(
        events.contains(
          "<_0><ext_user_id>12</ext_user_id><engagement><chats>1</chats><talks>2</talks><raisehand>1</raisehand>"
            + "<emojis>1</emojis><poll_votes>1</poll_votes><talk_time>0</talk_time></engagement>"
            + "<duration>360</duration></_0>"))
      let stranger = try await moodle.backoffice(
        "addMeetingEvent", "meetingID=m1&attendeeID=99&eventType=chats")
      #expect(stranger.status == 404 && stranger.text.contains("<messageKey>notFound</messageKey>"))
    }
  }

  @Test func `rooms of a meeting and their recordings find each other`() async throws {
    try await Self.moodle { moodle in
      _ = try await moodle.backoffice("createMeeting", "meetingID=main&meetingName=Main")
      _ = try await moodle.backoffice(
        "createMeeting", "meetingName=Room&isBreakout=1&sequence=1&parentMeetingID=main")
      _ = try await moodle.backoffice(
        "createRecording", "meetingID=main&startTime=1772440000&endTime=1772443600")
      let room = try await moodle.backoffice(
        "createRecording", "parentMeetingID=main&sequence=1&startTime=1772440000&endTime=1772443600")
      let roomID = try #require(room.text.firstMatch(of: /<recordID>(.+)<\/recordID>/)?.1)
      let shown = try await moodle.api("getRecordings", "meetingID=main").text
      #expect(shown.contains(roomID) && shown.contains("breakout"))
      let orphan = try await moodle.backoffice("createRecording", "parentMeetingID=none")
      #expect(orphan.status == 404 && orphan.text.contains("parent meeting"))
    }
  }

  @Test func `algorithms are set, and a reset leaves nothing`() async throws {
    try await Self.moodle { moodle in
      _ = try await moodle.backoffice("createMeeting", "meetingID=m1&meetingName=M&participants=4")
      _ = try await moodle.backoffice("createRecording", "meetingID=m1")
      #expect(try await moodle.api("getMeetings", "").text.contains("m1"), "proven, and remembered")
      _ = try await moodle.backoffice("set", "name=checksum_algorithms&value=%5B%22SHA256%22%5D")
      #expect(
        try await moodle.api("getMeetings", "").text.contains("checksumError"), "the plug-in signs by SHA-1")
      _ = try await moodle.backoffice("reset")
      #expect(try await moodle.api("getMeetings", "").text.contains("noMeetings"))
      #expect(try await moodle.api("getRecordings", "").text.contains("noRecordings"))
    }
  }
}

/// The plug-in's way of asking.
private struct MoodlePlugin: Sendable {
  let endpoint: Endpoint
  let base: String

  func backoffice(_ call: String, _ query: String = "") async throws -> WireAnswer {
    try await Conversation.get("\(base)/backoffice/\(call)?\(query)", from: endpoint)
  }

  func api(_ call: String, _ query: String) async throws -> WireAnswer {
    let checksum = Checksum.hexDigest(
      call: call, query: query, secret: SimulatedServer.testSecret, algorithm: .sha1)
    return try await Conversation.get("\(base)/api/\(call)?\(query)&checksum=\(checksum)", from: endpoint)
  }
}
