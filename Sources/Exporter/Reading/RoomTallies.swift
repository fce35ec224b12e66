import BBBReading
import PrometheusText

/// Rooms by size, four times over.
struct RoomTallies: Sendable, Equatable {
  var participants: Histogram
  var listeners: Histogram
  var voiceParticipants: Histogram
  var videoParticipants: Histogram

  /// Makes empty histograms; bounds are spelled without fraction, as 0.7.1 spells them.
  init(buckets: RoomBuckets) {
    participants = Histogram(upperBounds: buckets.participants, boundStyle: .plain)
    listeners = Histogram(upperBounds: buckets.listeners, boundStyle: .plain)
    voiceParticipants = Histogram(upperBounds: buckets.voiceParticipants, boundStyle: .plain)
    videoParticipants = Histogram(upperBounds: buckets.videoParticipants, boundStyle: .plain)
  }

  /// Counts a room in each histogram for which its number could be read.
  mutating func add(_ meeting: MeetingReading) {
    if let count = meeting.participantCount { participants.observe(Double(count)) }
    if let count = meeting.listenerCount { listeners.observe(Double(count)) }
    if let count = meeting.voiceParticipantCount { voiceParticipants.observe(Double(count)) }
    if let count = meeting.videoCount { videoParticipants.observe(Double(count)) }
  }
}
