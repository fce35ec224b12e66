import BBBReading

/// Meetings by what they are; those that do not say are counted in neither way.
struct FlagTallies: Sendable, Equatable {
  private(set) var recording = FlagTally()
  private(set) var breakout = FlagTally()

  mutating func add(_ meeting: MeetingReading) {
    recording.add(meeting.isRecorded)
    breakout.add(meeting.isBreakout)
  }
}

/// How many say true, and how many false.
struct FlagTally: Sendable, Equatable {
  private(set) var yes = 0
  private(set) var no = 0

  fileprivate mutating func add(_ flag: Bool?) {
    switch flag {
    case true?: yes += 1
    case false?: no += 1
    case nil: break
    }
  }

  /// The samples of a family with this flag as its label; both are always there.
  var samples: [(labels: [String], value: Double)] {
    [(["false"], Double(no)), (["true"], Double(yes))]
  }
}
