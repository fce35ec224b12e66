import BBBAPI
import Foundation
import SimulatorCore
import SimulatorServer
import Synchronization
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

  @Test(arguments: ["sendRecordingReadyNotifications", "sendNotifications"])
  func `recordings are told of once, when the receiver has taken the word`(call: String) async throws {
    let statuses = Mutex([500, 202])
    try await Receiver.with(answer: { _ in statuses.withLock { $0.removeFirst() } }) { receiver in
      let url = "\(receiver.url)/ready?x=1"
      try await Self.moodle { moodle in
        _ = try await moodle.backoffice("createMeeting", "meetingID=m1&meetingName=M")
        _ = try await moodle.backoffice("createRecording", "meetingID=m1&recordID=silent")
        _ = try await moodle.backoffice(
          "createRecording", "meetingID=m1&recordID=r1&meta_bn-recording-ready-url=\(url)")
        #expect(try await moodle.backoffice(call).text.contains("<recordings/>"), "500 is no yes")
        let told = try await moodle.backoffice(call).text
        #expect(told.contains("<recordings><recording><meetingID>m1</meetingID><recordID>r1</recordID>"))
        #expect(try await moodle.backoffice(call).text.contains("<recordings/>"), "told already")
      }
      for message in await receiver.next(2) {
        #expect(message.method == "GET" && message.uri.hasPrefix("/ready?x=1&signed_parameters="))
        let payload = try #require(message.uri.split(separator: ".").dropFirst().first)
        let claims = try JSONDecoder().decode([String: String].self, from: String(payload).base64URLDecoded)
        #expect(claims == ["meeting_id": "m1", "record_id": "r1"])
      }
    }
  }

  @Test func `events are sent with a token by the secret that the test names`() async throws {
    try await Receiver.with { receiver in
      let url = receiver.url
      try await Self.moodle { moodle in
        _ = try await moodle.backoffice(
          "createMeeting",
          "meetingID=m1&meetingName=M&participants=%5B12%5D&meta_analytics-callback-url=\(url)/events")
        _ = try await moodle.backoffice("addMeetingEvent", "meetingID=m1&attendeeID=12&eventType=talks")
        let answer = try await moodle.backoffice("sendAllEvents", "meetingID=m1&sendQuery=1&secret=other")
        #expect(answer.text.contains("<response><error/><returncode>SUCCESS</returncode>"))
      }
      let message = try #require(await receiver.next().first)
      #expect(message.method == "POST" && message.uri == "/events")
      #expect(message.body.contains(#""ext_user_id":"12","engagement":{"chats":0,"talks":1,"#))
      let token = try #require(message.headers["authorization"]?.split(separator: " ").last)
      let parts = token.split(separator: ".")
      let signature = try Command.run(
        "sh", "-c",
        #"printf %s "$1" | openssl dgst -sha512 -hmac other -binary | base64 -w0 | tr -d = | tr +/ -_"#,
        "sh", "\(parts[0]).\(parts[1])")
      #expect(signature.output == parts[2])
    }
  }

  @Test func `what a meeting without an address is told to send is an error`() async throws {
    try await Self.moodle { moodle in
      _ = try await moodle.backoffice("createMeeting", "meetingID=m1&meetingName=M")
      let answer = try await moodle.backoffice("sendAllEvents", "meetingID=m1&sendQuery=1")
      #expect(answer.text.contains("<error>1</error>"))
      let foreign = "meta_analytics-callback-url=http://192.0.2.1/x"
      _ = try await moodle.backoffice("createMeeting", "meetingID=m2&meetingName=M&\(foreign)")
      let refused = try await moodle.backoffice("sendAllEvents", "meetingID=m2&sendQuery=1")
      #expect(refused.text.contains("<error>1</error>"), "nothing leaves this machine")
      let missing = try await moodle.backoffice("sendAllEvents", "meetingID=m3&sendQuery=1")
      #expect(missing.status == 404)
    }
  }

  @Test func `what was set comes back with a snapshot, and goes with a reset`() throws {
    let server = try SimulatedServer.quiet()
    let query = SignedQuery.signed(
      call: "getMeetings", secret: SimulatedServer.testSecret, algorithm: .sha1)
    let call = APIRequest(
      path: "getMeetings", query: RawQuery(query), serverURL: "http://bbb.test")
    let plain = server.snapshot
    _ = server.simulator.backoffice(
      .set, QueryParameters(decoding: "name=checksum_algorithms&value=%5B%22SHA256%22%5D"),
      at: server.clock.now)
    let strict = server.snapshot
    let isTaken = {
      String(decoding: server.simulator.respond(to: call, at: server.clock.now).body, as: UTF8.self)
        .contains("SUCCESS")
    }
    #expect(!isTaken())
    try server.restore(plain)
    #expect(isTaken())
    try server.restore(strict)
    #expect(!isTaken())
    server.reset()
    #expect(isTaken())
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

extension String {
  /// A part of a token.
  fileprivate var base64URLDecoded: Data {
    let padding = String(repeating: "=", count: (4 - count % 4) % 4)
    return Data(base64Encoded: replacing("-", with: "+").replacing("_", with: "/") + padding) ?? Data()
  }
}
