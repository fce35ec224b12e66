import BBBAPI
import PrometheusText

// What only the folders of a server show; our own. The need is that of `bbb_recordings_unprocessed`.
extension Metric {
  static let recordingsFailed = Metric(
    "bbb_recordings_failed", .gauge, labels: ["step"],
    "Recordings of which a step failed in one format at least and was not tried again.", unit: .recordings,
    source: "markers .fail in recording/status", needs: .recordings(.unprocessed),
    onlyWith: .recordingsFromDisk, isOwn: true)
  static let recordingsOldest = Metric(
    "bbb_recordings_oldest_timestamp_seconds", .gauge, labels: ["state"],
    "Unix time since which the recording that is longest in a state has been there; no series when none is.",
    unit: .seconds,
    source: "times of the markers and of the folders in recording/process", needs: .recordings(.unprocessed),
    onlyWith: .recordingsFromDisk, isOwn: true)
}
