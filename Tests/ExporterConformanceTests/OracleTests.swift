import BBBAPI
import PrometheusText
import Testing

@testable import ExporterConformance

/// Small worlds whose numbers are counted on fingers, not computed.
struct OracleTests {
  private func shown(_ meetings: String, settings: String = "{}", at: String = "10m") throws -> SampleIndex {
    let conformanceCase = try ConformanceCase(
      yaml: """
        level: required
        about: A small world.
        contract: [§2 bbb_meetings]
        settings: \(settings)
        scenario:
          server: { profile: "3.0" }
        \(meetings)
        script: [{ at: \(at), expect: oracle }]
        """)
    var exporter = try PerfectExporter(conformanceCase)
    return try exporter.scrape().page().index
  }

  @Test func `people, listeners, voices and cameras are told apart`() throws {
    let index = try shown(
      """
        meetings:
          - id: m1
            name: One
            lasts: 1h
            people:
              - { name: Ada, microphone: true, camera: 2 }
              - { name: Ben, listening: true }
              - { name: Cleo, listening: true }
              - { count: 3 }
          - { id: m2, name: Two, lasts: 1h, people: [{ name: Dan, microphone: true }] }
      """)
    #expect(index.value(of: "bbb_meetings") == 2)
    #expect(index.value(of: "bbb_meetings_participants") == 7)
    #expect(index.value(of: "bbb_meetings_participants_max") == 6)
    #expect(index.value(of: "bbb_meetings_listeners") == 2)
    #expect(index.value(of: "bbb_meetings_voice_participants") == 2)
    #expect(index.value(of: "bbb_meetings_video_participants") == 2)
  }

  @Test(arguments: [("0", 1.0), ("1", 2), ("5", 3), ("15", 5), ("500", 5), ("+Inf", 6)])
  func `a room is in the bucket of its size and in all above`(bound: String, rooms: Double) throws {
    let sizes = [0, 1, 5, 6, 15, 501].enumerated().map { number, size in
      "    - { id: m\(number), name: Room, lasts: 1h, people: [{ count: \(size) }] }"
    }
    let index = try shown("  meetings:\n" + sizes.joined(separator: "\n"), at: "2m")
    #expect(index.value(of: "bbb_room_participants_bucket", ["le": bound]) == rooms)
    #expect(index.value(of: "bbb_room_participants_gcount") == 6)
    #expect(index.value(of: "bbb_room_participants_gsum") == 528)
  }

  @Test func `clients and origins are put together by their lower case`() throws {
    let index = try shown(
      """
        meetings:
          - id: m1
            name: One
            lasts: 1h
            origin: { server: LMS.test, name: Moodle }
            people: [{ name: Ada, client: HTML5 }, { name: Ben, client: html5 }, { name: Cleo, client: X }]
          - { id: m2, name: Two, lasts: 1h, origin: { server: lms.test, name: MOODLE }, people: [{ count: 2 }] }
          - { id: m3, name: Three, lasts: 1h, people: [{ count: 1 }] }
          - { id: m4, name: Nobody, lasts: 1h, origin: { server: empty.test } }
      """, at: "2m")
    #expect(index.value(of: "bbb_meetings_participant_clients", ["type": "html5"]) == 5)
    #expect(index.value(of: "bbb_meetings_participant_clients", ["type": "x"]) == 1)
    #expect(index.value(of: "bbb_meetings_participant_clients", ["type": "dial-in"]) == 0)
    #expect(index.samples(named: "bbb_meetings_participants_origin").count == 2)
    #expect(
      index.value(of: "bbb_meetings_participants_origin", ["server": "lms.test", "name": "moodle"]) == 5)
    #expect(index.value(of: "bbb_meetings_participants_origin", ["server": "", "name": ""]) == 1)
  }

  @Test func `custom buckets stand in order, each once`() throws {
    let index = try shown(
      "  meetings: []", settings: "{ ROOM_VIDEO_PARTICIPANTS_CUSTOM_BUCKETS: \"9, 3,3\" }")
    let bounds = index.samples(named: "bbb_room_video_participants_bucket").map { $0.labelsByName["le"] }
    #expect(bounds == ["3", "9", "+Inf"])
    #expect(index.samples(named: "bbb_room_participants_bucket").count == 15)
  }

  @Test func `with recordings off nothing of them is expected`() throws {
    let index = try shown(
      "  recordings: [{ count: 3, state: deleted, spread: 1d }]",
      settings: "{ RECORDINGS_METRICS: \"false\" }")
    #expect(index.samples(named: "bbb_recordings_deleted").isEmpty)
    #expect(index.samples(named: "bbb_api_latency_count").count == 1)
  }

  @Test func `recordings are counted by state`() throws {
    let index = try shown(
      "  recordings: [{ count: 3, state: deleted, spread: 1d }, { count: 2, state: processing, spread: 1h }]")
    #expect(index.value(of: "bbb_recordings_deleted") == 3)
    #expect(index.value(of: "bbb_recordings_processing") == 2)
    #expect(index.value(of: "bbb_recordings_published") == 0)
  }
}
