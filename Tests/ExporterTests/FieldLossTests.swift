import PrometheusText
import TestSupport
import Testing

@testable import Exporter

/// Exporter contract §4: one odd meeting costs the field that is odd, and nothing else on the whole page.
@Suite(.timeLimit(.minutes(5))) struct FieldLossTests {
  /// A change of the first meeting, the families that it may touch, and the anomaly that it is.
  struct Loss: Sendable, CustomTestStringConvertible {
    let before: String
    let after: String
    let families: Set<String>
    let anomaly: String

    init(_ before: String, _ after: String = "", touches families: Set<String>, as anomaly: String) {
      (self.before, self.after, self.families, self.anomaly) = (before, after, families, anomaly)
    }

    var testDescription: String { "\(before) → \(after)" }
  }

  private static let origin = "<bbb-origin>Moodle</bbb-origin>"
  private static let series: Set<String> = [
    "bbb_meeting_participants", "bbb_meeting_listeners", "bbb_meeting_voice_participants",
    "bbb_meeting_video_participants", "bbb_meeting_moderators", "bbb_meeting_recording",
    "bbb_meeting_duration_seconds", "bbb_meeting_series_dropped",
  ]
  private static let participants: Set<String> = [
    "bbb_meetings_participants", "bbb_meetings_participants_max", "bbb_meetings_participants_origin",
    "bbb_room_participants", "bbb_meeting_participants",
  ]

  private static let losses: [Loss] = [
    Loss("<participantCount>1,204</participantCount>", touches: participants, as: "missingElement"),
    Loss("1,204", "1,2,04", touches: participants, as: "malformedNumber"),
    Loss(
      "<listenerCount>1,000</listenerCount>",
      touches: ["bbb_meetings_listeners", "bbb_room_listeners", "bbb_meeting_listeners"], as: "missingElement"
    ),
    Loss(
      "<voiceParticipantCount>7</voiceParticipantCount>",
      touches: [
        "bbb_meetings_voice_participants", "bbb_room_voice_participants", "bbb_meeting_voice_participants",
      ], as: "missingElement"),
    Loss(
      "<videoCount>3</videoCount>", "<videoCount>-3</videoCount>",
      touches: [
        "bbb_meetings_video_participants", "bbb_room_video_participants", "bbb_meeting_video_participants",
      ], as: "malformedNumber"),
    Loss(
      "<moderatorCount>1</moderatorCount>", touches: ["bbb_meetings_moderators", "bbb_meeting_moderators"],
      as: "missingElement"),
    Loss(
      "<recording>true</recording>", "<recording>perhaps</recording>",
      touches: ["bbb_meetings_by_recording", "bbb_meeting_recording"], as: "malformedBoolean"),
    Loss(
      "<createTime>1772438400000</createTime>",
      touches: ["bbb_room_duration_seconds", "bbb_meeting_duration_seconds"], as: "missingElement"),
    Loss(
      "1772438400000</createTime>", "9223372036854775807</createTime>",
      touches: ["bbb_room_duration_seconds", "bbb_meeting_duration_seconds"], as: "createdInFuture"),
    Loss(
      "<isBreakout>false</isBreakout>", touches: ["bbb_meetings_by_breakout", "bbb_unique_meetings"],
      as: "missingElement"),
    Loss(
      "<clientType>HTML5</clientType>", touches: ["bbb_meetings_participant_clients"], as: "missingElement"),
    Loss(
      "<internalMeetingID>183f0bf3a0982a127bdb8161e0c44eb696b3e75c-1772438400000</internalMeetingID>",
      touches: series.union(["bbb_unique_meetings"]), as: "missingElement"),
    Loss(origin, origin + "<bbb-origin>Evil</bbb-origin>", touches: [], as: "repeatedElement"),
    Loss(origin, origin + "some text", touches: [], as: "strayText"),
    Loss("<running>", "<novelty>x</novelty><running>", touches: [], as: "unknownElement"),
    Loss(
      "Moodle", String(repeating: "x", count: 5000), touches: ["bbb_meetings_participants_origin"],
      as: "overlongText"),
  ]

  /// The samples of each family of a page, the anomalies apart.
  private func families(of body: String) async throws -> (
    pages: [String: [Sample]], anomalies: [String: Double]
  ) {
    var pages: [String: [Sample]] = [:]
    var anomalies: [String: Double] = [:]
    try await withBench(["MEETING_SERIES": "true", "RECORDINGS_METRICS": "false"]) { bench in
      bench.fake.reply(to: "/getMeetings", .answer(body: body))
      let page = await bench.scraper.page(for: ScrapeRequest(as: .openMetrics))
      for family in try ExpositionParser.parse(page, as: .openMetrics) {
        if family.name == "bbb_api_anomalies" {
          for sample in family.samples { anomalies[sample.labels[0].value] = sample.value }
        } else {
          // Which meeting is the oldest may change with its time; the order of samples is no part of a page's meaning.
          pages[family.name] = family.samples.sorted { $0.labels.lexicographicallyPrecedes($1.labels) }
        }
      }
    }
    return (pages, anomalies)
  }

  @Test(arguments: losses)
  func `a field that is lost takes nothing with it`(_ loss: Loss) async throws {
    let body = try golden.text("getMeetings.xml")
    let sound = try await families(of: body)
    let odd = try await families(of: body.replacing(loss.before, with: loss.after, maxReplacements: 1))
    let changed = Set(sound.pages.keys.filter { sound.pages[$0] != odd.pages[$0] })
    #expect(changed == loss.families)
    #expect(Set(sound.pages.keys) == Set(odd.pages.keys))
    #expect(odd.anomalies.filter { $0.value > 0 } == [loss.anomaly: 1])
    #expect(sound.anomalies.values.allSatisfy { $0 == 0 })
  }
}
