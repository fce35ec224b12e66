/// One meeting over all polls that showed it.
struct MeetingTrack: Sendable {
  /// How it was when it was seen for the first time; nobody's stay is read from it.
  let facts: SeenMeeting
  /// The first poll that showed it.
  let first: Int
  /// The last poll that showed it.
  private(set) var last: Int
  /// The people online by the server's own count, poll by poll from ``first``.
  private(set) var participantCounts: [Int?] = []
  /// The camera streams by the server's own count, poll by poll from ``first``.
  private(set) var videoCounts: [Int?] = []
  /// In the order of appearance.
  private(set) var stays: [Stay] = []
  /// Whose entries the last poll showed, oldest first.
  private var listed: [String: [Int]] = [:]

  init(_ meeting: SeenMeeting, poll: Int) {
    var facts = meeting
    facts.people = []
    self.facts = facts
    (first, last) = (poll, poll)
    take(meeting, poll: poll)
  }

  /// Takes what the next poll showed.
  mutating func take(_ meeting: SeenMeeting, poll: Int) {
    last = poll
    participantCounts.append(meeting.participantCount)
    videoCounts.append(meeting.videoCount)
    var entries: [String: [SeenPerson]] = [:]
    for person in meeting.people { entries[person.userID, default: []].append(person) }
    var now: [String: [Int]] = [:]
    var taken: [String: Int] = [:]
    for person in meeting.people {
      let before = listed[person.userID] ?? []
      // Who comes back while the old entry is still listed has two; the older one goes first.
      let gone = max(0, before.count - (entries[person.userID]?.count ?? 0))
      let turn = taken[person.userID, default: 0]
      taken[person.userID] = turn + 1
      let place = gone + turn < before.count ? before[gone + turn] : nil
      now[person.userID, default: []].append(note(person, in: place, poll))
    }
    listed = now
  }

  /// Goes on with a stay, or begins one: nobody changes their role within one in a scenario.
  private mutating func note(_ person: SeenPerson, in place: Int?, _ poll: Int) -> Int {
    if let place, stays[place].role == person.role {
      stays[place].observations.append(Stay.Observation(person))
      return place
    }
    stays.append(Stay(person, poll: poll))
    return stays.count - 1
  }
}
