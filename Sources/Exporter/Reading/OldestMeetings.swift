import BBBReading

/// The meetings with series of their own: the oldest, as many as are allowed.
///
/// Not the largest: a meeting that has its series keeps them until it ends, since those that come later are younger. With
/// the largest, series would come and go with every person who joins, and leave ever new ones in the database. While an
/// answer passes, twice as many are held at most.
struct OldestMeetings: Sendable, Equatable {
  private let settings: MeetingSeriesSettings
  private var kept: [SeriesMeeting] = []
  /// Once meetings have been let go: the youngest that is kept.
  private var bound: SeriesMeeting?
  private var offered = 0

  init(_ settings: MeetingSeriesSettings) {
    self.settings = settings
  }

  mutating func offer(_ meeting: MeetingReading, duration: Double?) {
    offered += 1
    guard let entry = SeriesMeeting(meeting, duration: duration, withNames: settings.showsNames) else {
      return
    }
    if let bound, bound < entry { return }
    kept.append(entry)
    if kept.count > 2 * settings.limit { letGo() }
  }

  /// Ends the offers: lets go of meetings beyond the limit, and of all but the oldest with one ID.
  mutating func letGo() {
    var seen: Set<LabelText> = []
    let oldest = kept.sorted().filter { seen.insert($0.id).inserted }
    if oldest.count >= settings.limit { bound = oldest[settings.limit - 1] }
    kept = Array(oldest.prefix(settings.limit))
  }

  /// The meetings, oldest first.
  var meetings: [SeriesMeeting] { kept }
  /// How many have no series.
  var dropped: Int { offered - kept.count }
}
