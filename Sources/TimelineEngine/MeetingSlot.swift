import BBBAPI
import Scenarios

/// A meeting, and what the world keeps about it that no answer shows.
///
/// People are found by number and not by a walk: one meeting may hold a hundred thousand. Who was purged stays in the
/// lists until ``tidy()``, so that removing them all takes as long as there are people, not its square.
struct MeetingSlot: Sendable, Equatable {
  var key: MeetingKey
  /// Counts meetings in the order of creation.
  var number: Int
  var meeting: Meeting
  /// Who stands at the same position of `meeting.attendees`; their numbers rise.
  private(set) var stays: [Stay] = []
  /// The number of people online.
  private(set) var onlineCount = 0
  /// What becomes of the recording; nil records nothing.
  var recording: RecordingPlan?
  /// The breakout rooms that the server has opened for it since the last closing, in order.
  var openRooms: [MeetingKey] = []
  /// How each viewer heard the meeting before a breakout room took them away.
  var awayInBreakout: [PersonKey: Attendee] = [:]
  /// How often the last person has left; tells a stale expiry timer from the one that counts.
  var vacancies = 0
  /// How often the last moderator has left.
  var moderatorVacancies = 0
  /// The sessions of those who came through `join`, oldest first; whoever waits for a moderator has one too.
  var sessions: [GrantedSession] = []
  /// The user IDs of all who ever joined, for the recording.
  var everJoined: Set<String> = []
  /// The internal IDs of its breakout rooms that were recorded.
  var recordedRooms: [String] = []

  /// The number of each person's latest stay.
  private var latestStay: [PersonKey: Int] = [:]
  private var nextNumber = 0
  private var purgedCount = 0
  /// The number of the stay that holds the presentation.
  private var presenter: Int?
  /// No moderator whose number is lower is online.
  private var earliestModerator = 0

  /// One stay of one person.
  struct Stay: Sendable, Equatable {
    var person: PersonKey
    /// Rises in the order of joining.
    var number: Int
    var isPurged = false
  }

  init(key: MeetingKey, number: Int, seed: MeetingSeed) {
    self.key = key
    self.number = number
    meeting = Meeting(details: seed.details)
    meeting.documents = seed.documents
    recording = seed.recording
  }
}

extension MeetingSlot {
  /// Whether anything was recorded: the server records from the first person's coming on.
  var hasRecordingMarks: Bool { recording != nil && !everJoined.isEmpty }

  /// Where the latest stay of a person stands in `meeting.attendees`.
  func position(of person: PersonKey) -> Int? {
    latestStay[person].map(position(ofStay:))
  }

  /// The stay with that number, or the place where it would stand.
  private func position(ofStay number: Int) -> Int {
    var (low, high) = (0, stays.count)
    while low < high {
      let middle = (low + high) / 2
      if stays[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Puts a person behind all others; answers whether nobody of that user ID was here before.
  mutating func admit(_ person: PersonKey, _ attendee: Attendee) -> Bool {
    stays.append(Stay(person: person, number: nextNumber))
    latestStay[person] = nextNumber
    nextNumber += 1
    onlineCount += 1
    meeting.attendees.append(attendee)
    meeting.hasUserJoined = true
    meeting.endTime = 0
    return everJoined.insert(attendee.userID).inserted
  }

  /// Ends the stay at a position, its audio and cameras too, since the media servers report it (facts §4.6).
  ///
  /// Answers whether that person held the presentation.
  mutating func disconnect(at position: Int) -> Bool {
    let presented = meeting.attendees[position].isPresenter
    meeting.attendees[position].isOnline = false
    meeting.attendees[position].isPresenter = false
    meeting.attendees[position].audio = .none
    meeting.attendees[position].cameraStreams = 0
    onlineCount -= 1
    if presented { presenter = nil }
    return presented
  }

  /// Gives the presentation to the first moderator online when nobody holds it (facts §4.7); where that one stands.
  mutating func choosePresenter() -> Int? {
    guard presenter == nil else { return nil }
    let first = position(ofStay: earliestModerator)
    let next = meeting.attendees.indices[first...].first { position in
      meeting.attendees[position].isOnline && meeting.attendees[position].role == .moderator
    }
    earliestModerator = next.map { stays[$0].number } ?? nextNumber
    guard let next else { return nil }
    give(presentationTo: next)
    return next
  }

  /// Takes the presentation from whoever holds it, whose position is answered, and gives it to the person at a position.
  @discardableResult
  mutating func give(presentationTo position: Int) -> Int? {
    let before = presenter.map(self.position(ofStay:))
    if let before { meeting.attendees[before].isPresenter = false }
    meeting.attendees[position].isPresenter = true
    presenter = stays[position].number
    return before
  }
}

extension MeetingSlot {
  /// Drops a stay that is over; answers whose it was. ``tidy()`` takes it out of the lists.
  mutating func purge(stay number: Int) -> PersonKey? {
    let position = position(ofStay: number)
    guard position < stays.count, stays[position].number == number else { return nil }
    let person = stays[position].person
    if latestStay[person] == number { latestStay[person] = nil }
    stays[position].isPurged = true
    purgedCount += 1
    // Lists never hold more purged people than others, but for a few.
    if purgedCount > 32 + stays.count / 2 { tidy() }
    return person
  }

  /// Takes out of the lists who was purged.
  mutating func tidy() {
    guard purgedCount > 0 else { return }
    if purgedCount == 1, let position = stays.firstIndex(where: \.isPurged) {
      stays.remove(at: position)
      meeting.attendees.remove(at: position)
    } else {
      let kept = stays.indices.filter { !stays[$0].isPurged }
      meeting.attendees = kept.map { meeting.attendees[$0] }
      stays = kept.map { stays[$0] }
    }
    purgedCount = 0
  }
}

extension MeetingSlot {
  /// What a free slot holds: nothing that costs memory.
  static let vacant = MeetingSlot(
    key: MeetingKey(.plan(-1)), number: -1,
    seed: MeetingSeed(
      details: MeetingDetails(
        name: "", meetingID: "", internalMeetingID: "", createTime: 0, voiceBridge: "", attendeePW: "",
        moderatorPW: ""),
      recording: nil, startDelay: .zero))
}
