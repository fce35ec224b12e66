import BBBAPI

/// Walks the folders of a server once and counts; what cannot be read costs the counts that depend on it.
struct CensusTaker {
  private let tree: RecordingsTree
  private var census = RecordingsCensus()
  private var pipeline = Pipeline()
  private var process: [(format: String, id: String)] = []
  private var processing: Set<RecordingKey> = []
  /// Those of ``processing`` that lie in another folder as well.
  private var beyond: Set<RecordingKey> = []
  /// Whether anything was missed that would show that a recording got further.
  private var isBlind = false

  private init(_ tree: RecordingsTree) { self.tree = tree }

  /// Counts all there is.
  static func census(of tree: RecordingsTree) -> RecordingsCensus {
    var taker = CensusTaker(tree)
    taker.take()
    return taker.census
  }

  private mutating func take() {
    let hasMarkers = look("unprocessed and failed") { taker throws(FolderProblem) in try taker.readMarkers() }
    let hasProcess = look("processing") { taker throws(FolderProblem) in try taker.readProcess() }
    for state in [RecordingState.published, .unpublished, .deleted] {
      look(state.rawValue) { taker throws(FolderProblem) in try taker.readFolder(of: state) }
    }
    pipeline.close()
    if hasProcess { look("processing") { taker throws(FolderProblem) in try taker.countProcessing() } }
    if hasMarkers {
      census.failed = Dictionary(
        uniqueKeysWithValues: PipelineStep.allCases.map { ($0, pipeline.failed[$0]?.count ?? 0) })
    }
    if hasMarkers { countWaiting() }
  }

  private mutating func countWaiting() {
    guard !isBlind else {
      census.problems.append(
        "unprocessed recordings are not counted, since some of them may have got further")
      return
    }
    census.counts[.unprocessed] = pipeline.waiting.count
    look("oldest unprocessed") { taker throws(FolderProblem) in try taker.findOldestWaiting() }
  }

  /// Tries a part; false, and a line for the operator, when something in it cannot be read.
  @discardableResult
  private mutating func look(
    _ what: String, _ part: (inout CensusTaker) throws(FolderProblem) -> Void
  ) -> Bool {
    do throws(FolderProblem) {
      try part(&self)
      return true
    } catch {
      isBlind = true
      census.problems.append("\(error); \(what) recordings are not counted")
      return false
    }
  }

  private mutating func readMarkers() throws(FolderProblem) {
    let tree = tree
    var pipeline = Pipeline()
    try tree.forEachName(in: RecordingsTree.rawFolder, of: .folder) { pipeline.noteRaw($0) }
    try tree.forEachName(in: RecordingsTree.recordedFolder) { pipeline.noteRecorded($0) }
    for step in PipelineStep.allCases {
      try tree.forEachName(in: RecordingsTree.statusFolder(of: step)) { pipeline.note($0, of: step) }
    }
    self.pipeline = pipeline
  }

  private mutating func readProcess() throws(FolderProblem) {
    var found: [(format: String, id: String)] = []
    try tree.forEachRecording(under: RecordingsTree.processFolder) { found.append(($0, $1)) }
    process = found
    for (_, id) in process {
      let name = RecordingName(id[...])
      let key = RecordingKey(name.id)
      pipeline.noteFolder(key, of: name)
      processing.insert(key)
    }
  }

  private mutating func readFolder(of state: RecordingState) throws(FolderProblem) {
    let tree = tree
    var keys: Set<RecordingKey> = []
    try tree.forEachRecording(under: state.rawValue) { _, id in
      let name = RecordingName(id[...])
      let key = RecordingKey(name.id)
      keys.insert(key)
      pipeline.noteFolder(key, of: name)
      if processing.contains(key) { beyond.insert(key) }
      if state == .deleted { pipeline.noteDeleted(key) }
    }
    census.counts[state] = keys.count
  }

  /// Counts what is in `process`, but for the empty folders that publishing left behind.
  private mutating func countProcessing() throws(FolderProblem) {
    var keys: Set<RecordingKey> = []
    var oldest: Int?
    for (format, id) in process {
      let path = "\(RecordingsTree.processFolder)/\(format)/\(id)"
      let key = RecordingKey(RecordingName(id[...]).id)
      if beyond.contains(key), try isEmpty(path) { continue }
      keys.insert(key)
      if pipeline.failed.values.contains(where: { $0.contains(key) }) { continue }
      oldest = [oldest, try tree.modificationTime(of: path)].compactMap { $0 }.min()
    }
    census.counts[.processing] = keys.count
    census.oldest[.processing] = oldest
  }

  private func isEmpty(_ folder: String) throws(FolderProblem) -> Bool {
    var isEmpty = true
    try tree.forEachName(in: folder) { _ in isEmpty = false }
    return isEmpty
  }

  /// Looks the markers through again, since only few recordings wait and the time is asked for these alone.
  ///
  /// The newest sign of a recording counts: one that is rebuilt has a raw archive that is as old as itself.
  private mutating func findOldestWaiting() throws(FolderProblem) {
    guard !pipeline.waiting.isEmpty else { return }
    var signs: [(key: RecordingKey, path: String)] = []
    for folder in RecordingsTree.waitingFolders {
      try tree.forEachName(in: folder) { name in
        let key = RecordingKey(StatusMarker(name)?.name.id ?? name[...])
        if pipeline.waiting.contains(key) { signs.append((key, "\(folder)/\(name)")) }
      }
    }
    var times: [RecordingKey: Int] = [:]
    for sign in signs {
      guard let time = try tree.modificationTime(of: sign.path) else { continue }
      times[sign.key] = max(time, times[sign.key] ?? time)
    }
    census.oldest[.unprocessed] = times.values.min()
  }
}
