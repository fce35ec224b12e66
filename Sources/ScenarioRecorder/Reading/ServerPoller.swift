import BBBAPI
public import BBBClient

/// Asks a real server how things stand.
public struct ServerPoller: Sendable {
  private let client: APIClient
  private let patience: Duration

  /// The recordings that one call asks for; the most that BBB gives (facts §2.10).
  private static let pageSize = 100
  /// The states that `getRecordings` knows, each asked for by itself: a server that is asked for any of them reads all
  /// its directories at once.
  private static let states: [RecordingState] = [
    .published, .unpublished, .deleted, .processing, .processed,
  ]

  /// Makes a poller; `patience` bounds each call, its body included.
  public init(client: APIClient, patience: Duration) {
    self.client = client
    self.patience = patience
  }

  /// Asks for everything once; throws why there is no answer to use.
  public func poll(at offset: Duration) async throws(CallFailure) -> Poll {
    let meetings = try await listing(of: SeenMeeting.self, APIRequest(.getMeetings)).items
    var recordings: [SeenRecording] = []
    var places: [String: Int] = [:]
    for state in Self.states {
      for var recording in try await self.recordings(in: state) {
        recording.state = recording.state ?? state
        // One that moved on between two calls is found twice; the later state counts.
        if let place = places[recording.recordID] {
          recordings[place] = recording
        } else {
          places[recording.recordID] = recordings.count
          recordings.append(recording)
        }
      }
    }
    return Poll(offset: offset, meetings: meetings, recordings: recordings)
  }

  /// Page by page, where the server cuts pages; one that does not gives everything at once and no total.
  private func recordings(in state: RecordingState) async throws(CallFailure) -> [SeenRecording] {
    var found: [SeenRecording] = []
    while true {
      let request = APIRequest(
        .getRecordings,
        [
          Metadatum("state", state.rawValue), Metadatum("limit", "\(Self.pageSize)"),
          Metadatum("offset", "\(found.count)"),
        ])
      let page = try await listing(of: SeenRecording.self, request)
      found += page.items
      guard let total = page.totalElements, found.count < total, !page.items.isEmpty else { return found }
    }
  }

  private func listing<Item: ListedItem>(
    of _: Item.Type, _ request: APIRequest
  ) async throws(CallFailure) -> Listing<Item> {
    do {
      return try await withThrowingTaskGroup(of: Listing<Item>.self) { [self] group in
        group.addTask { try await read(request) }
        group.addTask {
          try await Task.sleep(for: patience)
          throw CallFailure.late
        }
        defer { group.cancelAll() }
        guard let first = try await group.next() else { throw CallFailure.late }
        return first
      }
    } catch {
      // Everything in the group throws call failures, but for the sleep of a task that was cancelled.
      throw error as? CallFailure ?? .late
    }
  }

  private func read<Item: ListedItem>(_ request: APIRequest) async throws(CallFailure) -> Listing<Item> {
    let reply = try await client.reply(to: request)
    if reply.isDeclaredHTML { throw .webPage }
    var reader = ListingReader<Item>()
    try await reply.forEachChunk { chunk throws(CallFailure) in try reader.feed(chunk) }
    return try reader.finish()
  }
}
