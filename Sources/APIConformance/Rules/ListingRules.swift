import BBBAPI
import ConformanceKit

extension Rule {
  /// What `getMeetings` shows.
  static let listing: [Rule] = [
    Rule(
      "listing/meeting-listed", .required,
      "getMeetings lists a meeting that exists, once, as getMeetingInfo shows it.",
      .facts("§2.7", "each meeting has exactly the getMeetingInfo children")
    ) { hearing in
      let opened = try await hearing.openedMeeting()
      let listing = try await hearing.ask(.getMeetings)
      let meetings = try hearing.success(listing)["meetings"]?.children ?? []
      let found = meetings.filter { $0.text(of: "meetingID") == opened.meeting.meetingID }
      hearing.expect("the meeting is not listed once", "\(found.count) times", is: "1 times", in: listing)
      guard let entry = found.first else { return }
      let info = try await hearing.success(hearing.info(opened.meeting))
      for name in [
        "meetingName", "internalMeetingID", "createTime", "running", "participantCount", "isBreakout",
      ] {
        hearing.expect(
          "\(name) is not as in getMeetingInfo", entry.text(of: name), is: info.text(of: name) ?? "nothing",
          in: listing)
      }
    },

    Rule(
      "listing/metadata-lower-cased", .required,
      "A meeting is listed with the metadata it was made with, keys in lower case.",
      .facts("§4.10", "key is lower-cased")
    ) { hearing in
      let meeting = try await hearing.openedMeeting().meeting
      let listing = try await hearing.ask(.getMeetings)
      let metadata = try hearing.entry(of: meeting, in: listing)?["metadata"]
      hearing.expect(
        "the metadata is another one", metadata?.text(of: OwnMeeting.metadataKey.lowercased()),
        is: meeting.metadataValue, in: listing)
    },

    Rule(
      "listing/element-order", .recommended,
      "The elements of a meeting stand in the order of BBB's templates, in getMeetings and in getMeetingInfo.",
      .facts("§2.6", "document order (2.0 – 3.0)"), .facts("§2.7", "in the same order")
    ) { hearing in
      let meeting = try await hearing.openedMeeting().meeting
      let info = try await hearing.info(meeting)
      try hearing.expectOrder(hearing.success(info), is: ["returncode"] + ElementOrder.meeting, in: info)
      let listing = try await hearing.ask(.getMeetings)
      guard let entry = try hearing.entry(of: meeting, in: listing) else {
        throw EarlyVerdict(.blocked("the meeting is not listed; see listing/meeting-listed"))
      }
      hearing.expectOrder(entry, is: ElementOrder.meeting, in: listing)
    },
  ]
}
