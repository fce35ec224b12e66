import BBBAPI
import ConformanceKit
import Testing

@testable import APIConformance

@Suite struct ForeignPropertyTests {
  /// Servers that talk the judge into touching what is not its own.
  private static let seducers: [Mutant] = [
    .mishearing("shows everybody's recordings whatever is asked", "recordings/unknown-gives-none") {
      request in
      guard request.call == "getRecordings" else { return }
      for name in ["recordID", "meetingID", "state", "meta_conformance-probe"] where request[name] != nil {
        request.remove(name)
      }
    },
    .writing("<meetingID>algebra-seminar<x>", for: "<meetingID>", in: "create", "create/fresh-meeting"),
    .lying("makes everything somebody else's", "create/fresh-meeting") { request, answer in
      guard request.call == "create" else { return }
      answer.text = answer.text.replacing(
        /<meetingID>.*<\/meetingID>/, with: "<meetingID>algebra-seminar</meetingID>")
    },
    .writing(
      "<messageKey>duplicateWarning</messageKey></response>", for: "</response>", in: "hooks/create",
      "hooks/created-once"),
  ]

  @Test(arguments: seducers)
  func `nothing is changed that the judge has not made`(_ mutant: Mutant) async throws {
    let changes = Seen()
    let watched = mutant.watching { request in
      let calls = [
        "create", "join", "end", "insertDocument", "sendChatMessage", "publishRecordings", "deleteRecordings",
        "updateRecordings", "putRecordingTextTrack", "hooks/create", "hooks/destroy",
      ]
      guard calls.contains(request.call) else { return }
      for name in ["meetingID", "recordID", "hookID"] {
        if let value = request[name] { _ = changes.isFirst("\(name) \(value)") }
      }
    }
    try await Courtroom.open(mutant: watched) { _ = try await Courtroom.report($0) }
    #expect(changes.all.count > 100)
    for change in changes.all {
      let isOwnMeeting = change.hasPrefix("meetingID \(OwnMeeting.prefix)")
      // Internal IDs of meetings that began in 1970 are nobody's.
      let isNobodysRecording = change.hasPrefix("recordID ") && change.hasSuffix("-1")
      #expect(isOwnMeeting || isNobodysRecording || change.hasPrefix("hookID "), "\(change)")
    }
  }

  @Test(arguments: Mutant.hooks)
  func `hooks are destroyed whatever a mutant makes of them`(_ mutant: Mutant) async throws {
    // Two that hide or keep what they are asked to destroy: nothing can be done.
    guard !["destroys no hooks", "has a new ID for the same hook"].contains(mutant.name) else { return }
    let destroyed = Seen()
    let made = Seen()
    var watched = mutant.watching { request in
      if request.call == "hooks/destroy", let hookID = request["hookID"] { _ = destroyed.isFirst(hookID) }
    }
    let tamper = watched.tamper
    watched.tamper = { request, answer in
      if request.call == "hooks/create", let found = answer.text.firstMatch(of: /<hookID>(.*)<\/hookID>/) {
        _ = made.isFirst(String(found.output.1))
      }
      tamper(request, &answer)
    }
    try await Courtroom.open(mutant: watched) { _ = try await Courtroom.report($0, only: "hooks") }
    #expect(made.all.count > 1)
    #expect(Set(made.all).isSubset(of: destroyed.all))
  }

  @Test func `what others own is masked, and the judge's own is shown`() {
    let text = """
      <response>
      <meetings>
      <meeting>
      <meetingName>Algebra</meetingName>
      <meetingID>algebra</meetingID>
      <participantCount>2</participantCount>
      </meeting>
      <meeting>
      <meetingName>Conformance</meetingName>
      <meetingID>conformance-1</meetingID>
      </meeting>
      </meetings>
      <image alt="Slide of Ada" width="1">https://bbb.test/a.png</image>
      """
    let masked = ForeignEntries.masked(text, except: ["conformance-1"])
    #expect(
      masked
        == text.replacing(">Algebra<", with: ">…<").replacing(">algebra<", with: ">…<"))
    #expect(
      ForeignEntries.masked(
        "<recording><name>Ada</name><image alt=\"Ada\">x</image><state>published</state>", except: [])
        == "<recording><name>…</name><image>…</image><state>published</state>")
    #expect(
      ForeignEntries.masked(
        "<hook><callbackURL><![CDATA[https://a.test]]></callbackURL></hook>", except: []
      ).contains("a.test") == false)
  }

  @Test(arguments: [
    "<meetings><meeting><meetingID>conformance-weekly</meetingID><name>Ada</name></meeting></meetings>",
    "<meetings><meeting><meetingID>x</meetingID><name><![CDATA[conformance-weekly]]></name><x>Ada</x></meeting></meetings>",
    "<meetings><meeting id=\"1\"><meetingID>x</meetingID><name>Ada</name></meeting></meetings>",
    "<meetingID>algebra</meetingID><attendees><attendee><name>Ada</name></attendee></attendees>",
    "<x>Ada</x><meetingID><![CDATA[conformance-2]]></meetingID>",
  ])
  func `what only looks like the judge's own is masked`(_ content: String) {
    let text = "<response><returncode>SUCCESS</returncode>\(content)</response>"
    let masked = ForeignEntries.masked(text, except: ["conformance-1"])
    #expect(!masked.contains("Ada") && masked.contains("<returncode>SUCCESS</returncode>"))
    let all: Set = ["conformance-weekly", "conformance-2", "x", "algebra"]
    #expect(ForeignEntries.masked(text, except: all) == text)
  }

  @Test func `a failing check shows request and answer, and no secret`() async throws {
    let mutant = Mutant.writing(
      "<messageKey>made</messageKey>", for: "<messageKey></messageKey>", in: "create", "create/fresh-meeting")
    let report = try await Courtroom.open(mutant: mutant) {
      try await Courtroom.report($0, only: "create/fresh-meeting")
    }
    let exhibits = report.results[0].evidence.exhibits
    #expect(exhibits.map(\.title) == ["request 1, create"])
    let text = try #require(exhibits.first?.text)
    #expect(text.contains("GET http://127.0.0.1"))
    #expect(text.contains("status 200") && text.contains("<messageKey>made</messageKey>"))
    #expect(text.contains("moderatorPW=[redacted]") && text.contains("checksum=[redacted]"))
    let meeting = OwnMeeting(0, of: "create/fresh-meeting", seed: 1)
    #expect(!text.contains(meeting.moderatorPW) && !text.contains(meeting.attendeePW))
  }
}
