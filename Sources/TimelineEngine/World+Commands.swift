import BBBAPI
import Determinism

extension World {
  /// Carries out what concerns no living meeting.
  mutating func carryOut(_ command: Command) {
    switch command {
    case .publishRecordings(let recordIDs, let publish):
      move(recordIDs, from: [publish ? .unpublished : .published], to: publish ? .published : .unpublished)
    case .deleteRecordings(let recordIDs): move(recordIDs, from: [.published, .unpublished], to: .deleted)
    case .updateRecordings(let prefixes, let metadata): update(prefixes, metadata)
    case .putTextTrack(let recordID, let track): textTracks.put(track, to: recordID)
    case .grantTextTracks(let grants): textTracks.grant(grants, at: instant)
    case .redeemTextTrack(let token): textTracks.redeem(token)
    case .createHook(let hook): webhooks.append(hook)
    case .destroyHook(let hookID): webhooks.removeAll { $0.hookID == hookID }
    case .addRecording(let recording): add(recording)
    case .clear: clear()
    // They change nothing but the journal.
    case .announceRecordings, .noteEngagement, .setValue: break
    default: preconditionFailure("a command about a meeting is no business of carryOut")
    }
  }

  /// Whole directories move; what is elsewhere stays where it is (facts §5.1).
  private mutating func move(_ recordIDs: [String], from: Set<RecordingState>, to state: RecordingState) {
    let named = Set(recordIDs)
    for index in recordings.indices
    where from.contains(recordings[index].state) && named.contains(recordings[index].recordID) {
      enter(state, index)
    }
  }

  /// The check before asks for exact IDs, the change itself takes them as beginnings (facts §2.13).
  private mutating func update(_ prefixes: [String], _ metadata: [Metadatum]) {
    let shown: Set<RecordingState> = [.published, .unpublished, .deleted]
    for index in recordings.indices
    where shown.contains(recordings[index].state)
      && prefixes.contains(where: { recordings[index].recordID.utf8.starts(with: $0.utf8) })
    {
      recordings[index].update(metadata)
    }
  }
}

extension Recording {
  /// Callers may send a hundred thousand changes, each with a key of its own.
  fileprivate mutating func update(_ changes: [Metadatum]) {
    let removed = Set(changes.filter(\.value.isEmpty).map(\.key))
    metadata.removeAll { removed.contains($0.key) }
    var places = Dictionary(metadata.enumerated().map { ($1.key, $0) }) { first, _ in first }
    for change in changes where !change.value.isEmpty {
      if let known = places[change.key] {
        metadata[known].value = change.value
      } else {
        places[change.key] = metadata.count
        metadata.append(change)
      }
    }
  }
}

extension World {
  /// Whether one of these recordings is published or unpublished, by its exact ID (facts §2.11).
  public func hasVisibleRecording(amongst recordIDs: [String]) -> Bool {
    let named = Set(recordIDs)
    return recordings.contains {
      ($0.state == .published || $0.state == .unpublished) && named.contains($0.recordID)
    }
  }
}
