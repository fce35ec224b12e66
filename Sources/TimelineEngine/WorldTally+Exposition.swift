import BBBAPI

extension WorldTally {
  /// What an exporter must show of this world at this moment, in Prometheus's text format, a line feed after each line.
  ///
  /// Left out is what hangs on the exporter's past and not on the world: latencies, and what it has seen before.
  /// - Source: exporter contract §2.
  public var exposition: String {
    (meetingLines + recordingLines + ["bbb_api_up 1"] + roomLines).map { $0 + "\n" }.joined()
  }

  private var meetingLines: [String] {
    ["bbb_meetings \(meetings)"] + counts.map { "bbb_meetings_\($0.word) \($0.sum)" }
      + ["bbb_meetings_participants_max \(largestMeeting)"]
      + clients.map { #"bbb_meetings_participant_clients{type="\#($0.type.labelText)"} \#($0.people)"# }
      + origins.map { origin in
        let labels = #"server="\#(origin.server.labelText)",name="\#(origin.name.labelText)""#
        return "bbb_meetings_participants_origin{\(labels)} \(origin.people)"
      }
  }

  private var recordingLines: [String] {
    let states: [RecordingState] = [.processing, .published, .unpublished, .deleted]
    return states.map { "bbb_recordings_\($0.rawValue) \(recordingCount(in: $0))" }
  }

  /// The number of recordings that the API shows in a state; processed ones lie in processing's directory (facts §5.1).
  func recordingCount(in state: RecordingState) -> Int {
    (recordings[state] ?? 0) + (state == .processing ? recordings[.processed] ?? 0 : 0)
  }

  private var roomLines: [String] {
    counts.flatMap { count in
      let family = "bbb_room_\(count.word)"
      return count.bounds.map { bound in
        "\(family)_bucket{le=\"\(bound)\"} \(count.values.count { $0 <= bound })"
      } + [
        "\(family)_bucket{le=\"+Inf\"} \(meetings)", "\(family)_gcount \(meetings)",
        "\(family)_gsum \(count.sum)",
      ]
    }
  }
}

extension String {
  /// Escaped as Prometheus wants label values.
  fileprivate var labelText: String {
    replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
  }
}
