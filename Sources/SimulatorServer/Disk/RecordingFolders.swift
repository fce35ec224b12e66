import BBBAPI
import BBBWire

/// Where a recording lies below `/var/bigbluebutton`, as paths from there.
///
/// | state | folder of each format | markers in `recording/status` |
/// |---|---|---|
/// | unprocessed | none | `sanity` |
/// | processing | `recording/process/<format>/<id>` | |
/// | processed | `recording/process/<format>/<id>` | `processed` |
/// | published, unpublished, deleted | `<state>/<format>/<id>` | `processed`, `published` |
///
/// All have raw files and a marker in `archived`. `sanity` holds what waits and nothing else, as 0.7.1 takes it.
/// - Source: facts §5.1–5.2.
struct RecordingFolders: Equatable {
  let recording: Recording
  let serverURL: String

  /// Whether names can be made of its ID and formats; what callers choose never gets that far.
  var isNameable: Bool { ([recording.recordID] + formats.map(\.type)).allSatisfy(Self.isName) }

  private static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 200 && text.utf8.first != UInt8(ascii: ".")
      && text.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
          || "-_.".utf8.contains(byte)
      }
  }

  /// The folder of each format, where the state has one.
  var folders: [(format: String, path: String)] {
    let parent: String? =
      switch recording.state {
      case .unprocessed: nil
      case .processing, .processed: "recording/process"
      case .published, .unpublished, .deleted: recording.state.rawValue
      }
    guard let parent else { return [] }
    return formats.map { ($0.type, "\(parent)/\($0.type)/\(recording.recordID)") }
  }

  /// What `metadata.xml` in the folder of a format says.
  func metadata(of format: String) -> String {
    RecordingMetadata(
      of: recording, format: formats.first { $0.type == format }, serverURL: serverURL
    ).text
  }

  /// The files besides: markers, which are empty, and the raw archive.
  var files: [(path: String, text: String)] {
    let id = recording.recordID
    let raw = "<recording meeting_id=\"\(id)\"/>\n"
    return [("recording/status/archived/\(id).done", ""), ("recording/raw/\(id)/events.xml", raw)]
      + markers.map { ("recording/status/\($0)", "") }
  }

  private var markers: [String] {
    let perFormat = { (stage: String) in formats.map { "\(stage)/\(recording.recordID)-\($0.type).done" } }
    return switch recording.state {
    case .unprocessed: ["sanity/\(recording.recordID).done"]
    case .processing: []
    case .processed: perFormat("processed")
    case .published, .unpublished, .deleted: perFormat("processed") + perFormat("published")
    }
  }

  /// Each type once; a recording may not name two of one type, and folders can't.
  private var formats: [Recording.PlaybackFormat] {
    var seen: Set<String> = []
    return recording.formats.filter { seen.insert($0.type).inserted }
  }

  /// The folders that a server has before there is any recording.
  static let standing =
    [
      "published/presentation", "unpublished/presentation", "deleted/presentation",
      "recording/process/presentation", "recording/raw", "captions/inbox",
    ]
    + ["recorded", "archived", "sanity", "processed", "published", "ended"].map { "recording/status/\($0)" }
}
