import BBBAPI
import TimelineEngine

extension Simulation {
  /// The recordings that the filters select, in the order in which they were made.
  /// - Source: facts §2.10, §5.1.
  func getRecordings(_ parameters: QueryParameters) -> Answer {
    let isLimited = ["recordID", "meetingID", "limit"].contains { parameters.text($0) != nil }
    guard profile.allowsFetchAllRecordings || isLimited else { return .recording(.allNotAllowed) }
    let filter = RecordingFilter(parameters)
    let selected = world.recordings.filter(filter.matches).map(filter.shown)
    guard profile.paginatesRecordings, let page = Page(parameters) else {
      return .recordings(selected, totalElements: nil)
    }
    return .recordings(
      Array(selected.dropFirst(page.offset).prefix(page.limit)), totalElements: selected.count)
  }
}

/// Part of a listing; asked for by a `limit` that is an integer.
private struct Page {
  var offset: Int
  var limit: Int

  init?(_ parameters: QueryParameters) {
    guard let limit = parameters.number("limit") else { return nil }
    self.limit = min(max(limit, 1), 100)
    offset = parameters.count("offset") ?? 0
  }
}

/// Which recordings a call means.
private struct RecordingFilter {
  /// Prefixes of record IDs; nil selects any.
  var recordIDPrefixes: [String]?
  var states: Set<RecordingState>
  /// Whether the directory that processing and processed share is read for each of them.
  var readsWorkTwice: Bool
  var metadata: [MetadataPattern]

  init(_ parameters: QueryParameters) {
    let recordIDs = parameters.list("recordID")
    let meetingIDs = parameters.list("meetingID")
    recordIDPrefixes = recordIDs ?? meetingIDs?.map { MeetingIdentifiers.recordIDPrefix(meetingID: $0) }
    let words = Set(parameters.list("state") ?? ["published", "unpublished"])
    states = Self.states(words)
    readsWorkTwice = words.contains("any") || words.isSuperset(of: ["processing", "processed"])
    metadata = parameters.metadata.map(MetadataPattern.init)
  }

  func matches(_ recording: Recording) -> Bool {
    states.contains(recording.state)
      && recordIDPrefixes.map { $0.contains { recording.recordID.utf8.starts(with: $0.utf8) } } ?? true
      && metadata.allSatisfy { $0.matches(recording) }
  }

  /// What is in the directories that the words name; unknown words name none.
  ///
  /// Processing and processed lie in one directory, so that either word selects both (facts §5.1).
  private static func states(_ words: Set<String>) -> Set<RecordingState> {
    let work: Set<RecordingState> = [.processing, .processed]
    if words.contains("any") { return work.union([.published, .unpublished, .deleted]) }
    let named = Set(words.compactMap(RecordingState.init(rawValue:))).subtracting([.unprocessed])
    return named.isDisjoint(with: work) ? named : named.union(work)
  }

  /// A recording that is found twice is merged into one with every format twice.
  func shown(_ recording: Recording) -> Recording {
    guard readsWorkTwice, recording.state == .processing || recording.state == .processed else {
      return recording
    }
    var twice = recording
    twice.formats += recording.formats
    return twice
  }
}

/// A `meta_` filter: the value itself, or with `%` at either end a part of it.
private struct MetadataPattern {
  var key: String
  var pattern: String

  init(_ metadatum: Metadatum) {
    key = metadatum.key
    pattern = metadatum.value
  }

  func matches(_ recording: Recording) -> Bool {
    recording.metadata.contains { $0.key.lowercased() == key && matches($0.value) }
  }

  private func matches(_ value: String) -> Bool {
    let core = pattern.drop { $0 == "%" }.reversed().drop { $0 == "%" }.reversed()
    let text = String(core)
    switch (pattern.hasPrefix("%"), pattern.hasSuffix("%")) {
    case (true, true): return value.contains(text)
    case (true, false): return value.hasSuffix(text)
    case (false, true): return value.hasPrefix(text)
    case (false, false): return value == pattern
    }
  }
}
