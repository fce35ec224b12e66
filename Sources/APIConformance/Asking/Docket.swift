import ConformanceKit

/// What one run of a rule has to remember: what it made, what it asked, and where something was wrong.
struct Docket: Sendable {
  /// How many questions' answers are kept for a report; no rule asks as often.
  private static let mostTranscripts = 60
  /// How many of them a report shows of a check; more of the same tells nobody anything.
  private static let mostExhibits = 5

  private(set) var requests = 0
  private var named = 0
  private(set) var meetings: [OwnMeeting] = []
  /// The IDs of all meetings that were ever made, also of those that are cleared away.
  private(set) var ownIDs: Set<String> = []
  private(set) var hookIDs: [String] = []
  private var transcripts: [Transcript] = []
  private var places: Set<String> = []

  mutating func nextRequest() -> Int {
    requests += 1
    return requests
  }

  /// The number of the next meeting, from 0.
  mutating func nextName() -> Int {
    defer { named += 1 }
    return named
  }

  /// Remembers a meeting that is, or may be, on the server from now on.
  mutating func remember(_ meeting: OwnMeeting) {
    ownIDs.insert(meeting.meetingID)
    if !meetings.contains(meeting) { meetings.append(meeting) }
  }

  /// Remembers a meeting as it turned out to be; the ID that was asked for is kept, lest the answer's be wrong.
  mutating func remember(_ meeting: OwnMeeting, insteadOf planned: OwnMeeting) {
    ownIDs.insert(meeting.meetingID)
    if meeting.meetingID == planned.meetingID { meetings.removeAll { $0 == planned } }
    meetings.append(meeting)
  }

  /// Remembers a hook of the judge's own.
  mutating func remember(hookID: String) { hookIDs.append(hookID) }

  /// Everything to be cleared away, which is forgotten thereby.
  mutating func forgetAll() -> (meetings: [OwnMeeting], hookIDs: [String]) {
    defer { (meetings, hookIDs) = ([], []) }
    return (meetings, hookIDs)
  }

  mutating func keep(_ transcript: Transcript) {
    if transcripts.count < Self.mostTranscripts { transcripts.append(transcript) }
  }

  mutating func note(placesOf findings: [Finding]) {
    places.formUnion(findings.filter { $0.weight != .advice }.compactMap(\.moment))
  }

  /// The transcripts of the first requests that findings speak of, in their order.
  var telling: ArraySlice<Transcript> {
    transcripts.filter { places.contains($0.place) }.prefix(Self.mostExhibits)
  }
}
