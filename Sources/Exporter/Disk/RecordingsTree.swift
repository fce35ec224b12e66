import BBBAPI

/// The recordings of a server as the folders below `/var/bigbluebutton` show them.
///
/// Each recording counts once by its ID in whatever formats it exists, in the state whose folder it lies in:
///
/// | state | folder |
/// |---|---|
/// | processing | `recording/process/<format>/<id>` |
/// | published | `published/<format>/<id>` |
/// | unpublished | `unpublished/<format>/<id>` |
/// | deleted | `deleted/<format>/<id>` |
///
/// A process folder that is empty, of a recording that lies in another folder already, is what publishing left behind.
///
/// A recording is unprocessed when a marker says that it is in the pipeline (`recording/status/recorded`, `archived` or
/// `sanity`) and nothing says that it got further: neither a marker in `processed` or `published`, nor any of the
/// folders above, nor a marker of its end (`.fail`, `.norecord`). On a tree whose `sanity` holds only what waits, that
/// is the number of entries there, as 0.7.1 documents it.
///
/// A folder that does not exist is empty: servers make them when first needed.
/// - Source: facts §5.1–5.2; exporter contract §4.
struct RecordingsTree {
  let root: String
  let files: any FileTree

  /// The number of recordings in a state; nil for a state that has no folder.
  func count(of state: RecordingState) throws(FileTreeError) -> Int? {
    switch state {
    case .unprocessed: return try unprocessed().count
    case .processing: return try processing().count
    case .processed: return nil
    case .published, .unpublished, .deleted: return try ids(under: state.rawValue).count
    }
  }

  private static let processFolder = "recording/process"

  private func processing() throws(FileTreeError) -> Set<String> {
    let beyond = try finished()
    var ids: Set<String> = []
    for folder in try folders(under: Self.processFolder) where !ids.contains(folder.id) {
      if beyond.contains(folder.id), try entries(in: folder.path).isEmpty { continue }
      ids.insert(folder.id)
    }
    return ids
  }

  private func unprocessed() throws(FileTreeError) -> Set<String> {
    var waiting: Set<String> = []
    var over = try finished().union(ids(under: Self.processFolder))
    for stage in ["recorded", "archived", "sanity"] {
      for marker in try markers(of: stage) {
        if marker.isEnd { over.insert(marker.id) } else { waiting.insert(marker.id) }
      }
    }
    for stage in ["processed", "published"] {
      for marker in try markers(of: stage) { over.formUnion([marker.id, marker.idWithoutFormat]) }
    }
    return waiting.subtracting(over)
  }

  /// The recordings that have left the pipeline.
  private func finished() throws(FileTreeError) -> Set<String> {
    try ids(under: "published").union(ids(under: "unpublished")).union(ids(under: "deleted"))
  }

  private func markers(of stage: String) throws(FileTreeError) -> [StatusMarker] {
    try entries(in: "recording/status/\(stage)").map(StatusMarker.init)
  }

  private func ids(under folder: String) throws(FileTreeError) -> Set<String> {
    Set(try folders(under: folder).map(\.id))
  }

  private func folders(under folder: String) throws(FileTreeError) -> [(id: String, path: String)] {
    var found: [(id: String, path: String)] = []
    for format in try entries(in: folder) {
      for id in try entries(in: "\(folder)/\(format)") { found.append((id, "\(folder)/\(format)/\(id)")) }
    }
    return found
  }

  /// The names in a folder but for hidden ones; none when there is no such folder, or it went away meanwhile.
  private func entries(in folder: String) throws(FileTreeError) -> [String] {
    do throws(FileTreeError) {
      return try files.names(in: "\(root)/\(folder)").filter { !$0.hasPrefix(".") }
    } catch FileTreeError.missing, FileTreeError.wrongKind {
      return []
    }
  }
}
