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
    let length = Int64(600_000 + random.nextInteger(below: 6_600_000))
    let start = begin(ordinal, of: plan).millisecondsSinceEpoch - length
    let participants = 2 + random.nextInteger(below: 60)
    let meetingID = "archive-\(stock + 1)-\(ordinal + 1)"
    var recording = Recording(
      recordID: MeetingIdentifiers.internalMeetingID(meetingID: meetingID, createTime: start),
      meetingID: meetingID,
      name: "Archived meeting \(ordinal + 1)", state: plan.state, startTime: start, endTime: start + length,
      participants: participants, rawSize: RecordingSize.raw(milliseconds: length, participants: participants)
    )
    let processingTime = length / 4 + Int64(random.nextInteger(below: 60_000))
    recording.formats = plan.formats.map { type in
      Recording.PlaybackFormat(
        type, of: recording.recordID, milliseconds: length, processingTime: processingTime)
    }
    return recording
  }

  /// Evenly over the spread, the last one just before the day.
  private func begin(_ ordinal: Int, of plan: RecordingStock) -> SimulatedInstant {
    let share = plan.spread.milliseconds * Int64(plan.count - ordinal) / Int64(max(1, plan.count))
    return scenario.starts.advanced(by: .milliseconds(-share))
  }
}
