import BBBAPI
import Determinism
import Scenarios

/// The recordings that lie on the server when the day begins, oldest first within each stock.
struct RecordingCompiler {
  let scenario: Scenario
  let root: StreamKey

  var recordings: [Recording] {
    scenario.recordings.enumerated().flatMap { stock, plan in
      (0..<plan.count).map { ordinal in recording(ordinal, of: plan, stock: stock) }
    }
  }

  private func recording(_ ordinal: Int, of plan: RecordingStock, stock: Int) -> Recording {
    var random = root.child("recordings").child(stock).child(ordinal).stream
    let length = length(of: plan, &random)
    let start = begin(ordinal, of: plan).millisecondsSinceEpoch - length
    let participants = participants(of: plan, &random)
    let meetingID = plan.id?.replacing("{n}", with: "\(ordinal + 1)") ?? "archive-\(stock + 1)-\(ordinal + 1)"
    var recording = Recording(
      recordID: MeetingIdentifiers.internalMeetingID(meetingID: meetingID, createTime: start),
      meetingID: meetingID,
      name: plan.name.replacing("{n}", with: "\(ordinal + 1)"), state: plan.state, startTime: start,
      endTime: start + length,
      participants: participants, rawSize: RecordingSize.raw(milliseconds: length, participants: participants)
    )
    recording.metadata = Metadatum.origin(plan.origin) + plan.metadata
    let processingTime = length / 4 + Int64(random.nextInteger(below: 60_000))
    recording.formats = plan.formats.map { type in
      Recording.PlaybackFormat(
        type, of: recording.recordID, milliseconds: length, processingTime: processingTime)
    }
    return recording
  }

  private func length(of plan: RecordingStock, _ random: inout RandomStream) -> Int64 {
    // Nothing that was recorded is shorter than a second.
    if let lasts = plan.lasts { return max(1000, lasts.sample(&random).milliseconds) }
    return Int64(600_000 + random.nextInteger(below: 6_600_000))
  }

  private func participants(of plan: RecordingStock, _ random: inout RandomStream) -> Int {
    if let shape = plan.participants?.shape {
      return Int(min(max(1, shape.sample(&random)), 10_000_000).rounded())
    }
    return 2 + random.nextInteger(below: 60)
  }

  /// When recordings of the stock leave the state in which the day finds them, by their position among all.
  var drainage: [(recording: Int, state: RecordingState, instant: SimulatedInstant)] {
    var first = 0
    return scenario.recordings.flatMap { plan in
      defer { first += plan.count }
      guard let drains = plan.drains else { return [(Int, RecordingState, SimulatedInstant)]() }
      return (0..<plan.count).map { [first] ordinal in
        let share = drains.milliseconds * Int64(ordinal + 1) / Int64(plan.count)
        return (first + ordinal, plan.then, scenario.starts.advanced(by: .milliseconds(share)))
      }
    }
  }

  /// Evenly over the spread, the last one just before the day.
  private func begin(_ ordinal: Int, of plan: RecordingStock) -> SimulatedInstant {
    let share = plan.spread.milliseconds * Int64(plan.count - ordinal) / Int64(max(1, plan.count))
    return scenario.starts.advanced(by: .milliseconds(-share))
  }
}
