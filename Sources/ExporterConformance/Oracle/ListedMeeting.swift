import BBBAPI
import Scenarios
import TimelineEngine

/// A meeting as an answer of getMeetings lists it; what an edit has taken out of the answer is nil.
struct ListedMeeting: Sendable, Equatable {
  var internalMeetingID: String?
  var isBreakout: Bool?
  /// The numbers that are there.
  var counts: [RoomCount: Int] = [:]
  /// What the people joined with; nil for those of whom it is not told.
  var clientTypes: [String?]
  var originServer: String
  var originName: String

  init(_ meeting: Meeting) {
    internalMeetingID = meeting.details.internalMeetingID
    isBreakout = meeting.details.breakout != nil
    for count in RoomCount.allCases { counts[count] = count.value(of: meeting) }
    clientTypes = meeting.attendees.map(\.clientType.rawValue)
    func text(_ key: String) -> String { meeting.details.metadata.first { $0.key == key }?.value ?? "" }
    (originServer, originName) = (text("bbb-origin-server-name"), text("bbb-origin"))
  }
}

extension [ListedMeeting] {
  /// The list as it reaches an exporter.
  ///
  /// Of the edits those are understood that take away what the contract speaks of (§4, odd fields); what another one
  /// changes is for the case to write out.
  init(_ meetings: MeetingList, edited edits: [DocumentEdit] = []) {
    self = meetings.map(ListedMeeting.init)
    for case .remove(let path) in edits where path.steps.count > 2 && path.steps[0].name == "meetings" {
      guard path.steps[1].name == "meeting" else { continue }
      for index in path.steps[1].indices(in: count) { self[index].lose(path.steps[2...]) }
    }
  }
}

extension ElementPath.Step {
  /// Which of so many elements of its name it means.
  fileprivate func indices(in count: Int) -> Range<Int> {
    guard let number else { return 0..<count }
    return number <= count ? number - 1..<number : 0..<0
  }
}

extension ListedMeeting {
  fileprivate mutating func lose(_ path: ArraySlice<ElementPath.Step>) {
    switch path.map(\.name) {
    case ["internalMeetingID"]: internalMeetingID = nil
    case ["isBreakout"]: isBreakout = nil
    case ["metadata"]: (originServer, originName) = ("", "")
    case ["metadata", "bbb-origin"]: originName = ""
    case ["metadata", "bbb-origin-server-name"]: originServer = ""
    case ["attendees"]: clientTypes = []
    case ["attendees", "attendee", "clientType"]:
      for index in path[path.startIndex + 1].indices(in: clientTypes.count) { clientTypes[index] = nil }
    default: if path.count == 1, let step = path.first { lose(count: step.name) }
    }
  }

  private mutating func lose(count element: String) {
    for count in RoomCount.allCases where count.element == element { counts[count] = nil }
  }
}
