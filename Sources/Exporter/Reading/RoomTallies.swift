import BBBReading
import PrometheusText

/// Rooms by size, four times over, and by age.
struct RoomTallies: Sendable, Equatable {
  var participants: Histogram
  var listeners: Histogram
  var voiceParticipants: Histogram
  var videoParticipants: Histogram
  /// Seconds since the creation.
  var durations = Histogram(upperBounds: Self.durationBounds)

  /// One minute to one day.
  private static let durationBounds: [Double] = [
    60, 300, 600, 900, 1800, 2700, 3600, 5400, 7200, 10_800, 14_400, 21_600, 28_800, 43_200, 86_400,
  ]

  /// Makes empty histograms; bounds are spelled without fraction, as 0.7.1 spells them.
  init(buckets: RoomBuckets) {
    participants = Histogram(upperBounds: buckets.participants, boundStyle: .plain)
    listeners = Histogram(upperBounds: buckets.listeners, boundStyle: .plain)
    voiceParticipants = Histogram(upperBounds: buckets.voiceParticipants, boundStyle: .plain)
    videoParticipants = Histogram(upperBounds: buckets.videoParticipants, boundStyle: .plain)
  }

  /// Counts a room in each histogram for which its number could be read.
  mutating func add(_ meeting: MeetingReading, duration: Double?) {
    if let duration { durations.observe(duration) }
    if let count = meeting.participantCount { participants.observe(Double(count)) }
    if let count = meeting.listenerCount { listeners.observe(Double(count)) }
    if let count = meeting.voiceParticipantCount { voiceParticipants.observe(Double(count)) }
    if let count = meeting.videoCount { videoParticipants.observe(Double(count)) }
  }
}
