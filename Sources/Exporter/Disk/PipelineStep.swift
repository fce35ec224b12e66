/// A step on the way from a meeting that was recorded to something to play, and the folder of its markers.
///
/// - Source: record-and-playback `workers/*_worker.rb`.
enum PipelineStep: String, CaseIterable, Sendable {
  /// Raw files are collected.
  case archive
  /// The raw files are checked.
  case sanity
  /// Each format is made.
  case process
  /// Each format is put where it is played.
  case publish

  /// The folder below `recording/status`.
  var folder: String {
    switch self {
    case .archive: "archived"
    case .sanity: "sanity"
    case .process: "processed"
    case .publish: "published"
    }
  }

  /// Whether markers name a format too.
  var hasFormats: Bool { self == .process || self == .publish }
}
