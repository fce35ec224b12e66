import BBBAPI
import BBBClient

/// One of the calls that a scrape makes.
enum ScrapeCall: Sendable, Hashable {
  case meetings
  /// One state at a time, since an answer does not tell them apart reliably.
  case recordings(RecordingState)

  /// The states that are asked for, in the order in which they are served.
  static let recordingStates: [RecordingState] = [.processing, .published, .unpublished, .deleted]

  /// The calls that a scrape needs, and those whose latency is served.
  ///
  /// A histogram that stands still has NaN for its quantile, and so has every sum over it, as in the dashboards of 0.7.1:
  /// with recordings from disk those of getRecordings are absent.
  static func needed(for source: RecordingsSource) -> [ScrapeCall] {
    source == .api ? [.meetings] + recordingStates.map(ScrapeCall.recordings) : [.meetings]
  }

  /// The call, to be signed; of recordings, for all of them.
  var request: APIRequest {
    switch self {
    case .meetings: APIRequest(.getMeetings)
    case .recordings(let state): APIRequest(.getRecordings, [Metadatum("state", state.rawValue)])
    }
  }

  /// The request for the first page of recordings, which asks with both parameters: without either, BBB 3.0 logs a
  /// complaint.
  static func firstPage(of state: RecordingState) -> APIRequest {
    let whole = ScrapeCall.recordings(state).request
    let page = [Metadatum("offset", "0"), Metadatum("limit", String(RecordingsPaging.limit))]
    return APIRequest(whole.call, whole.parameters + page)
  }

  /// The value of the label `endpoint`.
  var endpoint: String { request.call.rawValue }

  /// The values of the labels `endpoint` and `parameters`.
  var labels: [String] { [endpoint, request.parameterText] }
}
