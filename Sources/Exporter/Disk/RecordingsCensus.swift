import BBBAPI

/// The recordings of a server by what became of them, and the folders that could not be read.
struct RecordingsCensus: Sendable, Equatable {
  /// The number of recordings by state; without the states that could not be counted.
  var counts: [RecordingState: Int] = [:]
  /// The number of recordings by the step that failed; nil when markers could not be read.
  var failed: [PipelineStep: Int]?
  /// Since when the recording that has been longest in a state has been there, in seconds since 1970; without the
  /// states that are empty or unknown.
  var oldest: [RecordingState: Int] = [:]
  /// What could not be read, a line each.
  var problems: [String] = []
}

/// A folder that could not be read.
struct FolderProblem: Error {
  let folder: String
  let reason: FileTreeError
}

extension FolderProblem: CustomStringConvertible {
  var description: String { "\(folder): \(reason)" }
}
