import BBBAPI
import Determinism
import Scenarios
import SimulatorCore
import Testing
import TimelineEngine

@Suite struct RecordingChangeTests {
  private static let recordID = GoldenAnswer.recordID

  private static func caller() -> Caller {
    let caller = Caller(.golden)
    caller.offset = .seconds(3600)
    return caller
  }

  private static func state(_ caller: Caller) -> RecordingState? {
    caller.simulator.world(at: caller.now).recordings.first { $0.recordID == recordID }?.state
  }

  @Test func `without allowFetchAllRecordings a call that names nothing and has no limit gets nothing`() {
    var profile = Profile.v3_0
    profile.allowsFetchAllRecordings = false
    let caller = Caller(.golden, profile: profile)
    caller.offset = .seconds(3600)
    for parameters in [[:], ["state": "any"], ["meta_x": "y"], ["recordID": ""]]
      as [KeyValuePairs<String, String>]
    {
      let body = String(decoding: caller.call(.getRecordings, parameters).body, as: UTF8.self)
      #expect(body.contains("<returncode>SUCCESS</returncode>") && body.contains("retrieve all recordings."))
      #expect(!body.contains("<recordings>"))
    }
    for parameters in [["recordID": Self.recordID], ["meetingID": "algebra"], ["limit": "5"]]
      as [KeyValuePairs<String, String>]
    {
      let body = String(decoding: caller.call(.getRecordings, parameters).body, as: UTF8.self)
      #expect(body.contains("<recordID>\(Self.recordID)"))
    }
  }

  @Test(
    arguments: [
      ("true", .published), ("TRUE", .published), ("1", .published), ("Y", .published),
      ("false", .unpublished),
      ("yes", .unpublished), ("x", .unpublished),
    ] as [(String, RecordingState)])
  func `publish is read as Groovy reads it`(publish: String, state: RecordingState) {
    let caller = Self.caller()
    caller.call(.publishRecordings, ["recordID": Self.recordID, "publish": publish])
    #expect(Self.state(caller) == state)
  }

  @Test func `a deleted recording is neither published nor deleted again`() {
    let caller = Self.caller()
    caller.call(.deleteRecordings, ["recordID": Self.recordID])
    for call in [APICall.publishRecordings, .deleteRecordings] {
      #expect(caller.call(call, ["recordID": Self.recordID, "publish": "true"]).gist == "notFound")
    }
    #expect(Self.state(caller) == .deleted)
  }

  @Test func `an update reaches what begins with the ID, deleted recordings too, if one ID is exact`() {
    let caller = Self.caller()
    let prefix = String(Self.recordID.prefix(8))
    #expect(caller.call(.updateRecordings, ["recordID": prefix, "meta_a": "b"]).gist == "notFound")
    let recordings = caller.simulator.world(at: caller.now).recordings
    let deleted = recordings.first { $0.state == .deleted }?.recordID ?? ""
    caller.call(.updateRecordings, ["recordID": "\(Self.recordID),\(deleted.prefix(40))", "meta_a": "b"])
    let changed = caller.simulator.world(at: caller.now).recordings.filter {
      $0.metadata.contains(Metadatum("a", "b"))
    }
    #expect(Set(changed.map(\.recordID)) == [Self.recordID, deleted])
  }

  @Test func `a snapshot brings changed recordings, tracks and hooks back`() throws {
    let caller = Self.caller()
    caller.call(.publishRecordings, ["recordID": Self.recordID, "publish": "false"])
    caller.upload(["recordID": Self.recordID, "kind": "captions", "lang": "en"], file: "WEBVTT\n")
    caller.call(.getRecordingTextTracks, ["recordID": Self.recordID])
    caller.call(.hooksCreate, ["callbackURL": "http://127.0.0.1:9/cb"])
    let timeline = caller.simulator.timeline
    let restored = try Timeline(restoring: timeline.snapshot, of: .golden)
    #expect(restored.world == timeline.world)
    #expect(restored.world.webhooks.count == 1)
  }

  @Test func `leave to read a track holds once, for an hour, for its own track`() throws {
    let caller = Self.caller()
    caller.upload(["recordID": Self.recordID, "kind": "captions", "lang": "en"], file: "WEBVTT\n\nHello")
    func grant() throws -> TextTrackGrant {
      let text = caller.call(.getRecordingTextTracks, ["recordID": Self.recordID]).text
      let token = try #require(text.split(separator: "/textTrack/").last?.split(separator: "/").first)
      return TextTrackGrant(recordID: Self.recordID, fileName: "captions_en.vtt", token: String(token))
    }
    let first = try grant()
    #expect(caller.simulator.redeem(first, at: caller.now)?.content == "WEBVTT\n\nHello")
    #expect(caller.simulator.redeem(first, at: caller.now) == nil)
    let second = try grant()
    var other = second
    other.fileName = "captions_de.vtt"
    #expect(caller.simulator.redeem(other, at: caller.now) == nil)
    caller.offset += .seconds(3600)
    #expect(caller.simulator.redeem(second, at: caller.now) == nil)
  }

  @Test func `several formats are shown, on a page the first alone`() {
    var scenario = Scenario.golden
    scenario.recordings = [RecordingStock(count: 1, state: .published, spread: .zero)]
    scenario.recordings[0].formats = Recording.PlaybackFormat.types
    let caller = Caller(scenario)
    let types = { (reply: APIReply) in
      reply.text.split(separator: "<type>").dropFirst().compactMap { $0.split(separator: "<").first }
    }
    #expect(
      types(caller.call(.getRecordings)) == ["presentation", "video", "podcast", "screenshare", "notes"])
    #expect(types(caller.call(.getRecordings, ["limit": "5"])) == ["presentation"])
  }

  @Test func `a recording stays processed as long as the plan says`() {
    var scenario = Scenario.golden
    var plan = RecordingPlan(unprocessed: .seconds(60), processing: .seconds(60))
    plan.processed = .seconds(60)
    scenario.meetings[0].recording = plan
    let caller = Caller(scenario)
    let states = [30, 31, 32, 33].map { minute in
      caller.offset = .seconds(60 * minute)
      return Self.state(caller)
    }
    #expect(states == [.unprocessed, .processing, .processed, .published])
  }
}
