/// The meetings of a world in chunks: a change after a copy of the world duplicates one chunk, not every meeting.
struct SlotStore: Sendable {
  /// Few enough that a chunk is copied in microseconds, many enough that ten thousand meetings are 625 chunks.
  private static let chunkSize = 16

  private var chunks: [[MeetingSlot]] = []
  /// The number of slots, free ones included.
  private(set) var count = 0

  subscript(position: Int) -> MeetingSlot {
    _read { yield chunks[position / Self.chunkSize][position % Self.chunkSize] }
    _modify { yield &chunks[position / Self.chunkSize][position % Self.chunkSize] }
  }

  mutating func append(_ slot: MeetingSlot) {
    if count % Self.chunkSize == 0 {
      chunks.append([])
      chunks[chunks.count - 1].reserveCapacity(Self.chunkSize)
    }
    chunks[chunks.count - 1].append(slot)
    count += 1
  }
}
