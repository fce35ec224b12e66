/// What the markers and the raw archive say: which recordings wait, and which have failed.
///
/// Keys are struck out as evidence comes that a recording got further; what is left at the end counts.
struct Pipeline {
  /// Recordings with a marker of a stage before processing and none beyond.
  private(set) var waiting: Set<RecordingKey> = []
  /// Recordings with a marker that a step failed, in one format at least.
  private(set) var failed: [PipelineStep: Set<RecordingKey>] = [:]
  /// Raw archives without any marker so far: the archive step has begun, or waits for its turn.
  private var raw: Set<RecordingKey> = []
  /// Recordings whose way ended before processing, whatever other markers they have.
  private var ended: Set<RecordingKey> = []

  /// Takes in the name of a folder in `recording/raw`.
  mutating func noteRaw(_ folder: String) {
    let name = RecordingName(folder[...])
    // Other folders there are nobody's recording.
    if name.isMadeByBBB { raw.insert(RecordingKey(name.id)) }
  }

  /// Takes in a marker that a meeting has ended.
  mutating func noteRecorded(_ file: String) {
    guard let marker = StatusMarker(file) else { return }
    let key = RecordingKey(marker.name.id)
    strikeRaw(key, of: marker.name)
    if marker.ending == .done { waiting.insert(key) }
  }

  /// Takes in a marker of a step; those of earlier steps come first, those of one step in any order.
  mutating func note(_ file: String, of step: PipelineStep) {
    guard let marker = StatusMarker(file, hasFormat: step.hasFormats) else { return }
    let key = RecordingKey(marker.name.id)
    strikeRaw(key, of: marker.name)
    if marker.ending == .fail { failed[step, default: []].insert(key) }
    switch (marker.ending, step.hasFormats) {
    case (.done, false): waiting.insert(key)
    case (_, false): ended.insert(key)
    case (_, true): waiting.remove(key)
    }
  }

  /// Takes in a recording that lies in a folder of its own: it got that far.
  mutating func noteFolder(_ key: RecordingKey, of name: RecordingName) {
    strikeRaw(key, of: name)
    waiting.remove(key)
  }

  /// The raw archive is one for all chapters of a meeting; most recordings have none, and need no second key.
  private mutating func strikeRaw(_ key: RecordingKey, of name: RecordingName) {
    if raw.isEmpty { return }
    raw.remove(name.id.utf8.count == name.meeting.utf8.count ? key : RecordingKey(name.meeting))
  }

  /// A recording that was deleted need not be mended.
  mutating func noteDeleted(_ key: RecordingKey) {
    for step in PipelineStep.allCases { failed[step]?.remove(key) }
  }

  /// All evidence is in: raw archives that nothing else tells of are waiting.
  mutating func close() {
    waiting.formUnion(raw)
    waiting.subtract(ended)
  }
}
